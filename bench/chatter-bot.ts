// The bot of bench/chatter.ts, a process of its own: it logs in to the address that it is given, and tells its memory when it is asked.
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { runBot } from '../src/discord/bot.ts';
import { openLibrary } from '../src/library/library.ts';
import { memoryStore } from '../src/store/store.ts';
import { aleppo } from '../tests/discord/bot.ts';
import { aleppoReader } from '../tests/reader.ts';

const [, , api = '', token = ''] = process.argv;
const stop = new AbortController();
process.on('message', async (what) => {
  if (what === 'stop') return stop.abort();
  for (let time = 0; time < 4; time++) {
    globalThis.gc?.();
    await pause(250); // what the sockets hold is let go meanwhile
  }
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
const problem = await runBot(
  openLibrary(aleppo(), aleppoReader()),
  { token, api },
  {
    log: pino({ level: 'silent' }),
    print: (line) => line.includes('is online') && process.send?.('online'),
    stop: stop.signal,
    memory: memoryStore(),
  },
);
if (problem !== undefined) console.error(problem);
process.disconnect();
