import { Events, MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { isLoading } from './local/flags.ts';
import type { Interaction, Message } from './local/world.ts';
import { setLocalScene } from './local-scene.ts';

// How the local Discord shows that an answer is on its way.
const on = setLocalScene();
const flags = MessageFlags.Ephemeral;
const hidden = { content: 'on Friday', flags } as const;

/** Alice uses a command, which is acknowledged so, and answered like this. */
async function asked(acknowledged: object, answer: (interaction: Deferred) => Promise<unknown>): Promise<Interaction> {
  const done = new Promise((resolve, reject) =>
    on.client.once(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      interaction.deferReply(acknowledged).then(() => answer(interaction).then(resolve, reject), reject);
    }),
  );
  const interaction = await on.alice.asks(on.channel, 'ask');
  await done;
  return interaction;
}
type Deferred = { followUp(of: object): Promise<unknown>; editReply(of: object): Promise<unknown>; deleteReply(): Promise<unknown> };

describe('an answer that is awaited', () => {
  test('is a message that says nothing yet, for who sees the answer', async () => {
    for (const [acknowledged, seen] of [
      [{}, undefined],
      [{ flags }, on.alice.user],
    ] as const) {
      const { original } = await asked(acknowledged, async () => undefined);
      expect([isLoading(original as Message), original?.content, original?.onlyFor]).toEqual([true, '', seen]);
    }
  });

  test.each([
    ['an edit', (it: Deferred) => it.editReply({ content: 'on Friday' })],
    ['what would be for one person alone, which is ignored', (it: Deferred) => it.followUp(hidden)],
  ])('is filled by %s', async (_what, answer) => {
    const { original, followUps } = await asked({}, answer);
    expect([original?.content, original?.onlyFor, isLoading(original as Message), followUps]).toEqual(['on Friday', undefined, false, []]);
  });

  test('can be taken away; what comes then is for whom it is for', async () => {
    const { original, followUps } = await asked({}, (it) => it.deleteReply().then(() => it.followUp(hidden)));
    expect([original?.deleted, followUps.map(({ content, onlyFor }) => [content, onlyFor])]).toEqual([
      true,
      [['on Friday', on.alice.user]],
    ]);
    expect([on.discord.seen(on.channel), on.discord.broken]).toEqual([[], []]);
  });
});

test('an answer that comes too late finds no interaction', async () => {
  on.discord.world.patience = -1;
  on.discord.world.onInteraction = (interaction) => {
    interaction.refused = true; // nobody waits for it
  };
  const answer = new Promise((resolve) =>
    on.client.once(Events.InteractionCreate, (it) => it.isRepliable() && it.reply(hidden).catch((error) => resolve(error.code))),
  );
  await on.alice.asks(on.channel, 'ask');
  expect(await answer).toBe(10062);
  expect(on.discord.broken).toEqual(['an interaction that was answered too late']);
});

test('the bot types where it may write, and nowhere else', async () => {
  const types = ({ id }: { id: string }) => on.client.rest.post(`/channels/${id}/typing`);
  await types(on.channel);
  await expect(types(on.discord.channel(on.guild, { botMay: 0n }))).rejects.toMatchObject({ status: 403 });
  expect(on.discord.broken).toEqual([]);
});
