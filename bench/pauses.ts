import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openArticle } from '../src/answering/open-article.ts';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { readArticle } from '../src/article/article.ts';
import { type Conversations, openConversations } from '../src/conversation/conversations.ts';
import { type Moderation, openModeration } from '../src/moderation/moderation.ts';
import type { Reader } from '../src/reading/reader.ts';
import { guildsIn, inEach } from '../src/store/collection.ts';
import { openStore } from '../src/store/file.ts';
import { type Entry, memoryStore, PAGE, type Store } from '../src/store/store.ts';
import { decimals, table } from './table.ts';

const USAGE = {
  call: 'npm run bench:pauses',
  does: 'Measures for how long nobody can be answered while a lot of data is deleted.',
  options: {
    records: { takes: 'COUNT', unset: 1_000_000, says: 'How many records are kept.' },
    fill: { takes: 'FOLDER', says: 'Only fill this folder with them. The script uses this itself.' },
  },
} as const satisfies Usage;

const { records: RECORDS, fill: toFill } = (await argumentsOf(USAGE, process)).options;
/** So many entries are written at once. */
const AT_ONCE = 20_000;
const HOUR = 60 * 60 * 1000;
/** One record in so many is a correction, and one a card. */
const MODERATED = 50;
const GUILDS = 2500;
/** One record in so many is the busy guild's, and one the busy person's. */
const BUSY = 10;

const START = Date.UTC(2026, 0, 1);
let clock = START + 30 * HOUR;
const { index } = openArticle(readArticle({ title: 'News' }, 'The clashes began on Friday.'), {} as Reader); // nobody asks
const rows: Record<string, string>[] = [];
if (toFill !== undefined) await inStore(toFill, fill);
else {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  const args = [...process.execArgv, fileURLToPath(import.meta.url), '--records', `${RECORDS}`, '--fill', folder]; // what filling leaves behind in memory is none of this
  if (spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0) await inStore(folder, measure);
  rmSync(folder, { recursive: true });
}

async function inStore(folder: string, work: (store: Store) => Promise<void>): Promise<void> {
  const opened = openStore(folder);
  if (opened.kind !== 'store') throw new Error(`${opened.kind}: ${folder}`);
  await work(opened.store);
  await opened.close();
}

async function measure(store: Store): Promise<void> {
  const rooms = roomsOn(store);
  await during('no deleting', () => pause(5000));
  await during('delete what is too old', () => inEach(rooms, (room) => room.tidy()));
  await during('list the servers', async () => {
    for await (const _guild of guildsIn(store));
  });
  await during('`/forget` by the busiest person', () => inEach(rooms, (room) => room.forgetUser('user 0')));
  await during('`/forget` by an ordinary person', () => inEach(rooms, (room) => room.forgetUser('user 7')));
  await during('the busiest server removes the bot', () => inEach(rooms, (room) => room.forgetGuild('guild 0')));
  console.log(`${RECORDS.toLocaleString('en')} records in lmdb\n\n${table(rows)}`);
}

function roomsOn(where: Store) {
  const now = () => clock;
  return [openConversations(where, 24 * HOUR, now), openModeration(where, index, true, now)] as const;
}

/** Over thirty hours, so that at the end a fifth of them is too old. In memory first: in order, a file takes them much faster. */
async function fill(store: Store): Promise<void> {
  clock = START;
  const memory = memoryStore();
  const [talks, moderation] = roomsOn(memory);
  for (let i = 0; i < RECORDS; i++) {
    clock += (30 * HOUR) / RECORDS;
    await keep(i, talks, moderation);
  }
  let waiting: Entry[] = [];
  for await (const page of memory.list('')) {
    waiting.push(...page);
    if (waiting.length < AT_ONCE && page.length === PAGE) continue;
    await store.write(waiting);
    waiting = [];
  }
}

async function keep(i: number, talks: Conversations, moderation: Moderation): Promise<unknown> {
  const guild = `guild ${i % BUSY === 0 ? 0 : i % GUILDS}`;
  const user = `user ${i % BUSY === 1 ? 0 : i % 50_000}`;
  const [channel, by] = [`channel ${i % 100_000}`, { id: user, name: 'Somebody' }];
  const at = Math.floor(clock);
  if (i % MODERATED === 0)
    return moderation.corrections.keep({ id: i, guild, question: `What is number ${i}?`, sentence: null, article: 'a', by, at });
  if (i % MODERATED === 1) return moderation.drafts.keep({ kind: 'card', user, channel, guild, sentences: [0], topic: '' });
  const question = `What is it that number ${i} is about, and why?`;
  const said = { turns: [{ question, sentence: 0 }], about: 'it', quoted: [0] };
  return talks.keep({ article: 'a', place: { user, channel, guild }, asked: { text: question }, private: false, said });
}

/** Does something, and looks each millisecond how long the loop was away. */
async function during(what: string, work: () => Promise<unknown>): Promise<void> {
  await pause(100);
  const started = performance.now();
  let longest = { away: 0, own: 0 };
  let last = { at: started, waited: waited() };
  const looking = setInterval(() => {
    const now = { at: performance.now(), waited: waited() };
    const away = now.at - last.at;
    const own = away - (now.waited - last.waited);
    longest = { away: Math.max(longest.away, away), own: Math.max(longest.own, own) };
    last = now;
  }, 1);
  await work();
  clearInterval(looking);
  const ms = (time: number) => `${decimals(time, 0)} ms`;
  const took = `${decimals((performance.now() - started) / 1000, 1)} s`;
  rows.push({ what, took, 'longest pause': ms(longest.away), 'without others': ms(longest.own) });
  console.error(rows.at(-1));
}

/** For how many milliseconds this thread could have run, and others had the processor: where Linux says so. */
function waited(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
