import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { openArticle } from '../src/answering/open-article.ts';
import { readArticle } from '../src/article/article.ts';
import { openConversations } from '../src/conversation/conversations.ts';
import { openModeration } from '../src/moderation/moderation.ts';
import type { Reader } from '../src/reading/reader.ts';
import { guildsIn, inEach } from '../src/store/collection.ts';
import { openStore } from '../src/store/file.ts';
import { decimals, table } from './table.ts';

/** For how long nobody can be answered while very much is let go: `npx tsx bench/pauses.ts [records]`. */
const RECORDS = Number(process.argv[2] ?? 1_000_000);
/** So many are kept at once. */
const AT_ONCE = 5000;
const HOUR = 60 * 60 * 1000;
/** One record in so many is a correction, and one a card. */
const MODERATED = 50;
const GUILDS = 2500;
/** One record in so many is the busy guild's, and one the busy person's. */
const BUSY = 10;

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
const opened = openStore(folder);
if (opened.kind !== 'store') throw new Error(opened.kind);
const { store, close } = opened;
let clock = Date.now();
const now = () => clock;
const talks = openConversations(store, 'a', 24 * HOUR, now);
const { index } = openArticle(readArticle({ title: 'News' }, 'The clashes began on Friday.'), {} as Reader); // nobody asks
const moderation = openModeration(store, index, true, now);

const rooms = [talks, moderation];

const delay = monitorEventLoopDelay({ resolution: 1 });
const rows: { what: string; took: string; longest: string }[] = [];
await during('to keep them', async () => {
  for (let i = 0; i < RECORDS; i += AT_ONCE) {
    clock += (30 * HOUR * AT_ONCE) / RECORDS; // at the end a fifth of them is too old
    await Promise.all(Array.from({ length: AT_ONCE }, (_, j) => keep(i + j)));
  }
});
await during('nothing', () => pause(5000));
await during('tidy', () => inEach(rooms, (room) => room.tidy()));
await during('which guilds there are', async () => {
  for await (const _guild of guildsIn(store));
});
await during('/forget by the busiest person', () => inEach(rooms, (room) => room.forgetUser('user 0')));
await during('/forget by anybody', () => inEach(rooms, (room) => room.forgetUser('user 7')));
await during('the busiest guild goes', () => inEach(rooms, (room) => room.forgetGuild('guild 0')));
console.log(`${RECORDS.toLocaleString('en')} records in lmdb\n\n${table(rows)}`);
await close();
rmSync(folder, { recursive: true });

async function keep(i: number): Promise<unknown> {
  const guild = `guild ${i % BUSY === 0 ? 0 : i % GUILDS}`;
  const user = `user ${i % BUSY === 1 ? 0 : i % 50_000}`;
  const [channel, by] = [`channel ${i % 100_000}`, { id: user, name: 'Somebody' }];
  if (i % MODERATED === 0)
    return moderation.corrections.keep({ id: i, guild, question: `What is number ${i}?`, sentence: null, article: 'a', by, at: clock });
  if (i % MODERATED === 1) return moderation.drafts.keep({ kind: 'card', user, channel, guild, sentences: [0], topic: '' });
  const question = `What is it that number ${i} is about, and why?`;
  const said = { turns: [{ question, sentence: 0 }], about: 'it', quoted: [0] };
  return talks.keep({ place: { user, channel, guild }, asked: { text: question }, private: false, said });
}

async function during(what: string, work: () => Promise<unknown>): Promise<void> {
  await pause(100);
  delay.reset();
  delay.enable();
  const started = performance.now();
  await work();
  const took = performance.now() - started;
  await pause(20);
  delay.disable();
  rows.push({ what, took: `${decimals(took / 1000, 1)} s`, longest: `${decimals(delay.max / 1e6, 0)} ms` });
  console.error(rows.at(-1));
}
