import { describe, expect, test } from 'vitest';
import { lateness } from '../../src/discord/limits/age.ts';
import { openLines } from '../../src/discord/limits/lines.ts';
import { wording } from '../../src/wording.ts';
import { aleppoReader, held } from '../reader.ts';
import { aleppo, deskOn } from './bot.ts';
import { isLoading } from './local/flags.ts';
import { until } from './local/until.ts';
import { snowflake } from './local/world.ts';
import { answered, answerTo, CLASHES, SAEED, setScene, shown } from './scene.ts';

const on = setScene();
const BEGIN = 'when did the clashes begin';
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const logs = (words: string) => on.bot.logged.filter(({ msg }) => String(msg).includes(words));

/** Ends the bot and starts it again, with a reader that is held. */
async function hold() {
  const reader = held(aleppoReader(), 60_000);
  await on.restart(deskOn(aleppo(), { store: on.store }, reader));
  return reader;
}

describe('what is too much', () => {
  test('is not begun where it comes too late to be answered, and the log says so', async () => {
    await on.ask(BEGIN);
    const late = snowflake(Date.now() - 2700);
    on.discord.gateway.alter = (type, data) => (type === 'INTERACTION_CREATE' ? { ...data, id: late, token: 'late' } : data);
    on.discord.world.onInteraction = (interaction) => {
      interaction.refused = true; // the client doesn't wait for it
    };
    await on.alice.asks(on.channel, 'ask', { question: BEGIN });
    await until('it is dropped', () => logs('too many questions at once').length === 1);
    on.discord.gateway.alter = undefined;
    delete on.discord.world.onInteraction;
    await on.ask(BEGIN);
    expect([on.discord.count(new RegExp(late)), logs('too many questions at once')]).toEqual([
      0,
      [expect.objectContaining({ interaction: '/ask', level: 40 })],
    ]);
  });

  test('is refused, privately, of who waits for three answers; others are answered', async () => {
    const reader = await hold();
    const first = await Promise.all(many(3, () => on.alice.asks(on.channel, 'ask', { question: BEGIN })));
    const fourth = answerTo(await on.alice.asks(on.channel, 'ask', { question: BEGIN }));
    expect([fourth.content, fourth.onlyFor]).toEqual([wording.waitsAlready(3), on.alice.user]);
    const other = on.bob.asks(on.channel, 'ask', { question: BEGIN });
    expect(isLoading(answerTo(await other))).toBe(true);
    reader.release();
    expect(shown(await answered(other)).quotes).toEqual([CLASHES]);
    await until('all are answered', () => !first.map(answerTo).some(isLoading));
    expect(shown(await on.ask(BEGIN)).quotes).toEqual([CLASHES]);
  });

  test('of the messages of a channel is left: the oldest of more than five that wait', async () => {
    const reader = await hold();
    const asked = many(8, () => on.alice.says(on.channel, `${on.mention()} ${SAEED}`));
    const elsewhere = on.bob.says(on.bob.direct, BEGIN);
    await until('two are dropped', () => logs('too many questions at once').length === 2);
    reader.release();
    await on.replyTo(elsewhere);
    const isReplied = asked.map((one) => () => on.discord.world.messages.some(({ replyTo }) => replyTo === one));
    await until('the last is answered', () => isReplied[7]?.() ?? false);
    expect(isReplied.map((is) => is())).toEqual([true, false, false, true, true, true, true, true]);
  });
});

test('a line goes on whatever becomes of the work', async () => {
  const lines = openLines(1);
  const work = [() => Promise.reject(new Error('broken')), async () => 1, async () => 2, async () => 3].map((one) => lines('a', one));
  expect(await Promise.all(work.map((one) => one.catch(({ message }: Error) => message)))).toEqual(['broken', undefined, undefined, 3]);
  expect(await lines('a', async () => 4)).toBe(4);
});

describe('how late something comes', () => {
  /** Something that was made then, in milliseconds of a clock that is right. */
  const made = (at: number) => snowflake(1_800_000_000_000 + at);

  test('is told by how soon others came, whatever the time here is', () => {
    let now = 0;
    const late = lateness(() => now);
    const lateAt = (came: number, at: number) => {
      now = came;
      return late(made(at));
    };
    expect([lateAt(100, 0), lateAt(3100, 3000), lateAt(6000, 3000), lateAt(6100, 6020)]).toEqual([0, 0, 2900, 0]);
  });

  test('is told by those of late: two clocks go apart', () => {
    let now = 0;
    const late = lateness(() => now);
    const minutes = 60_000;
    expect(late(made(0))).toBe(0);
    const drifted = many(4, (i) => {
      now = (i + 1) * 6 * minutes + 1000 * (i + 1); // a second in six minutes
      return late(made((i + 1) * 6 * minutes));
    });
    expect(drifted).toEqual([1000, 1000, 1000, 1000]);
  });
});
