import { expect, test } from 'vitest';
import { until } from './local/until.ts';
import { type Data, type Variant, variants } from './local/variants.ts';
import { snowflake } from './local/world.ts';
import { answerTo, CORRECT, MENU, OTHER, SAEED, setScene } from './scene.ts';

const on = setScene();

const troubles = () => on.bot.logged.filter(({ level }) => Number(level) >= 40);

async function answersTheNext(what: string): Promise<void> {
  const { original } = await on.bob.asks(on.channel, 'when', { question: 'did the clashes begin' });
  expect(original?.content, what).toContain('The clashes began');
}

/** The payload of an event that is caused. */
async function payloadOf(kind: string, cause: () => unknown): Promise<Data> {
  const payloads: object[] = [];
  on.discord.gateway.alter = (type, data) => {
    if (type === kind) payloads.push(data);
    return data;
  };
  await cause();
  await until(`there is ${kind}`, () => payloads.length > 0);
  on.discord.gateway.alter = undefined;
  return payloads.at(-1) as Data;
}

/** So many are sent before the bot has to answer again. */
const TOGETHER = 5;

const SLASH = () => on.alice.asks(on.channel, 'ask', { question: SAEED });
const MENTION = () => on.alice.says(on.channel, `${on.mention()} ${SAEED}`);

test.each<[kind: string, how: string, cause: () => unknown, more?: readonly Variant[]]>([
  ['INTERACTION_CREATE', 'a slash command', SLASH],
  ['INTERACTION_CREATE', 'a command in direct messages', () => on.alice.asks(on.alice.direct, 'ask', { question: SAEED })],
  ['INTERACTION_CREATE', 'a command of a group', () => on.moderator().asks(on.channel, 'pin summary')],
  ['INTERACTION_CREATE', 'a command in the menu of a message', async () => on.moderator().uses(await on.ask(SAEED), CORRECT)],
  ['INTERACTION_CREATE', 'autocomplete', () => on.alice.types(on.channel, 'ask', 'question', 'who')],
  ['INTERACTION_CREATE', 'a button', async () => on.alice.presses(await on.ask(SAEED), 'Show context')],
  [
    'INTERACTION_CREATE',
    'a menu',
    async () => {
      const mona = on.moderator();
      await mona.chooses(answerTo(await mona.uses(await on.ask(SAEED), CORRECT)), MENU, [OTHER]);
    },
  ],
  [
    'INTERACTION_CREATE',
    'a form',
    async () => on.alice.submits(await on.alice.presses(await on.ask(SAEED), 'Ask a follow-up'), { text: 'and when' }),
  ],
  ['MESSAGE_CREATE', 'a mention', MENTION, [['a thread that is null', { thread: null }]]],
  ['MESSAGE_CREATE', 'a reply', async () => on.alice.says(on.channel, 'and when', { replyTo: await on.replyTo(MENTION()) })],
  ['MESSAGE_CREATE', 'a direct message', () => on.alice.says(on.alice.direct, SAEED)],
  ['MESSAGE_UPDATE', 'an answer that is changed', async () => on.alice.presses(await on.ask(SAEED), 'Show context')],
  ['CHANNEL_CREATE', 'a new channel', () => on.discord.channel(on.guild)],
  ['THREAD_CREATE', 'a new thread', () => on.discord.thread(on.channel)],
  ['THREAD_UPDATE', 'a thread that is archived', () => on.discord.setThread(on.discord.thread(on.channel), { archived: true })],
  ['GUILD_CREATE', 'a new server', () => on.discord.channel(on.discord.guild('Others'))],
  ['GUILD_DELETE', 'a server that is gone', () => on.discord.removeBot(on.discord.guild('Others'))],
])(
  'whatever field %s lacks, the bot lives on, with a line in the log at most: %s',
  { timeout: 120_000 },
  async (kind, _how, cause, more = []) => {
    const payload = await payloadOf(kind, cause);
    await answersTheNext('before');
    const [before, all] = [
      troubles().length,
      [...variants(payload), ...more.map(([what, data]): Variant => [what, { ...payload, ...data }])],
    ];
    for (let from = 0; from < all.length; from += TOGETHER) {
      const some = all.slice(from, from + TOGETHER);
      for (const [, data] of some)
        on.discord.gateway.dispatch(kind, typeof data.token === 'string' && data.id ? { ...data, id: snowflake() } : data); // it is used once
      await answersTheNext(some.map(([what]) => what).join(', '));
    }
    const lines = troubles().slice(before);
    expect(lines.length, JSON.stringify(lines)).toBeLessThanOrEqual(all.length);
  },
);
