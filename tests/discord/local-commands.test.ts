import { Events, type Interaction as Got, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Message } from './local/world.ts';
import { setLocalScene } from './local-scene.ts';

// Who sees which commands in the local Discord, and what the bot is told of who uses them.
const { PinMessages, ManageMessages, Administrator } = PermissionFlagsBits;
const on = setLocalScene();

/** The next interaction as the bot on.gets it; it is answered. */
function got(): Promise<Got> {
  return new Promise((resolve) =>
    on.client.once(Events.InteractionCreate, (interaction) => {
      if (interaction.isRepliable()) interaction.reply('yes');
      resolve(interaction);
    }),
  );
}

describe('a command', () => {
  const both = String(PinMessages | ManageMessages);

  test.each<[string, string | null, bigint, object, boolean]>([
    ['that asks for nothing', null, 0n, {}, true],
    ['for whom all is there that it asks for', both, PinMessages | ManageMessages, {}, true],
    ['for whom a part is missing', both, PinMessages, {}, false],
    ['that asks for administrators', '0', PinMessages, {}, false],
    ['that asks for administrators, as one', '0', Administrator, {}, true],
    ['as an administrator', both, Administrator, {}, true],
    ["that the guild's administrators have opened", both, 0n, { mayUseEverything: true }, true],
  ])('is there for somebody %s', async (_what, needs, permissions, is, there) => {
    on.discord.world.commands.set('global', [
      { name: 'pin', contexts: [0, 1], default_member_permissions: needs },
      { name: 'Correct', type: 3, contexts: [0, 1], default_member_permissions: needs },
    ]);
    const person = on.discord.person('Somebody', permissions, is);
    const target = on.alice.says(on.channel, 'on Friday');
    expect([person.commands(on.channel), person.commands(on.channel, 3)]).toEqual(there ? [['pin'], ['Correct']] : [[], []]);
    expect(person.commands(person.direct)).toEqual(['pin']); // there, nobody has permissions
    if (there) return;
    await expect(person.asks(on.channel, 'pin')).rejects.toThrow('sees /pin 0 times');
    await expect(person.uses(target, 'Correct')).rejects.toThrow('sees /Correct 0 times');
  });

  test.each([
    [{ name: 'Correct', type: 3, default_member_permissions: String(PinMessages) }, []],
    [
      { name: 'correct', type: 1, description: 'x', default_member_permissions: 'pin' },
      ['/correct: default_member_permissions is no number in a string'],
    ],
    [{ name: 'Correct', type: 3, default_member_permissions: 8 }, ['/Correct: default_member_permissions is no number in a string']],
    [{ name: 'Correct', type: 3, description: 'x' }, ['Correct: a command for messages has a name alone']],
    [{ name: 'x'.repeat(33), type: 3 }, [expect.stringMatching(/^ApplicationCommandUpdateRequest name: /)]],
  ])('is registered as %o', async (command, broken) => {
    const put = on.client.rest.put(`/applications/${on.discord.world.applicationId}/commands`, { body: [command] });
    await (broken.length > 0 ? expect(put).rejects.toMatchObject({ code: 50035 }) : put);
    expect(on.discord.broken).toEqual(broken);
  });
});

describe('the bot is told', () => {
  test('what somebody may where they are, and what it may itself; in a thread, as in the channel that it belongs to', async () => {
    const here = on.discord.channel(on.channel.guild as never, { botMay: PermissionFlagsBits.ViewChannel });
    const carol = on.discord.person('Carol', (where) => (where === here ? PinMessages : ManageMessages));
    for (const [where, permission] of [
      [on.channel, ManageMessages],
      [here, PinMessages],
      [on.discord.thread(here), PinMessages],
    ] as const) {
      const interaction = got();
      await carol.asks(where, 'ask');
      const { memberPermissions, appPermissions } = await interaction;
      expect([memberPermissions?.bitfield, appPermissions.has('SendMessages')]).toEqual([permission, where === on.channel]);
    }
  });

  test('which message a command is for, and nothing that this replies to', async () => {
    const first = on.alice.says(on.channel, 'when?');
    const second = on.alice.says(on.channel, 'on Friday', { replyTo: first });
    const data = new Promise((resolve) => on.client.on(Events.Raw, ({ t, d }) => t === 'INTERACTION_CREATE' && resolve(d.data)));
    const interaction = got();
    await on.alice.uses(second, 'Quote this');
    const said = await interaction;
    expect(said.isMessageContextMenuCommand() && [said.targetId, said.targetMessage.content]).toEqual([second.id, 'on Friday']);
    expect(said.isMessageContextMenuCommand() && said.targetMessage.reference?.messageId).toBe(first.id);
    const partial = expect.objectContaining({ channel_id: on.channel.id, content: 'on Friday', pinned: false, type: 19 });
    expect(await data).toEqual({
      ...{ id: expect.any(String), name: 'Quote this', type: 3, target_id: second.id },
      resolved: { messages: { [second.id]: partial } },
    });
    expect(await data).not.toHaveProperty(['resolved', 'messages', second.id, 'referenced_message']);
    on.discord.person('Mod', PinMessages).pins(first);
    await expect(on.alice.uses(on.discord.seen(on.channel).at(-1) as Message, 'Quote this')).rejects.toThrow('no commands for');
    const unseen: Message = { ...second, onlyFor: on.discord.person('Bob').user };
    await expect(on.alice.uses(unseen, 'Quote this')).rejects.toThrow("doesn't see");
  });
});
