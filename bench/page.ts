import { CHROMIUM, openBrowser } from '../docs/browser.ts';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { readArticleFile } from '../src/article/files.ts';
import { openWeb } from '../src/web/web.ts';
import { predictable } from '../tests/reader.ts';
import { percentile } from './statistics.ts';
import { decimals, table } from './table.ts';

const USAGE = {
  call: 'npm run bench:page',
  does: 'Measures how soon somebody can write on the page that looks like Discord, and how smoothly its messages scroll. It needs a Chromium.',
  options: {
    visits: { takes: 'COUNT', unset: 20, says: 'How often the page is opened.' },
    messages: { takes: 'COUNT', unset: 100, says: 'How many messages are scrolled through.' },
  },
} as const satisfies Usage;

const { visits, messages } = (await argumentsOf(USAGE, process)).options;

/** Scrolls to the top and back in steps, and says how many milliseconds each frame took. The page's own code would say it so. */
const SCROLL = `new Promise((done) => {
  const main = document.querySelector('main');
  const frames = [];
  let [step, last] = [0, performance.now()];
  const frame = (now) => {
    frames.push(now - last);
    last = now;
    main.scrollTop = main.scrollHeight * Math.abs(1 - (step++ % 120) / 60);
    if (step < 240) requestAnimationFrame(frame);
    else done(frames.slice(1));
  };
  requestAnimationFrame(frame);
})`;

if (!CHROMIUM) console.log('There is no Chromium on this machine.');
else await measure(CHROMIUM);

async function measure(chromium: string): Promise<void> {
  const read = await readArticleFile('content/aleppo-2012.txt');
  if (read.kind !== 'article') throw new Error(read.kind);
  const web = await openWeb(read.article, predictable());
  const browser = await openBrowser(chromium);
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const usable: number[] = [];
  for (let i = 0; i < visits; i++) {
    const page = await context.newPage();
    await page.goto(web.address, { waitUntil: 'commit' });
    await page.locator('#line:focus').waitFor();
    usable.push(Number(await page.evaluate('performance.getEntriesByName("usable")[0].startTime')));
    await page.close();
  }
  for (let i = 0; i < messages / 2; i++)
    await fetch(`${web.address}do/command?as=101`, {
      method: 'POST',
      body: JSON.stringify({ name: 'when', set: { question: `did the clashes begin ${i}` } }),
    });
  for (let i = 0; i < messages / 2; i++)
    await fetch(`${web.address}do/say?as=102`, { method: 'POST', body: JSON.stringify({ text: `hello ${i}` }) });
  const page = await context.newPage();
  await page.goto(web.address);
  await page
    .locator('discord-message')
    .nth(messages - 1)
    .waitFor();
  const frames = (await page.evaluate(SCROLL)) as number[];
  const row = (what: string, values: readonly number[]) => ({
    '': what,
    median: decimals(percentile(values, 0.5), 1),
    p95: decimals(percentile(values, 0.95), 1),
  });
  console.log(table([row('until somebody can write, ms', usable), row(`a frame while ${messages} messages scroll, ms`, frames)]));
  await browser.close();
  await web.close();
}
