import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { readArticleFile } from '../src/article/files.ts';
import type { Reader } from '../src/reading/reader.ts';
import { openWeb } from '../src/web/web.ts';

const FOLDER = new URL('pictures/', import.meta.url);

/** A picture of the page: what somebody does there, and what is seen then. */
export interface Picture {
  readonly name: string;
  /** The text's file, beside the picture; undefined: the article that ships. */
  readonly of?: string;
  readonly walk: (person: Person) => Promise<void>;
  readonly light?: true;
}

/** Somebody at the page. */
export interface Person {
  readonly page: Page;
  /** Types a command or a message, sends it, and waits for the answer. */
  ask(line: string): Promise<void>;
  /** Presses a button under the last message, and waits for what comes of it. */
  press(label: string): Promise<void>;
  become(name: string): Promise<void>;
}

const asking =
  (...lines: readonly string[]) =>
  async ({ ask }: Person) => {
    for (const line of lines) await ask(line);
  };

/** The pictures, in the order in which they are drawn. Their texts were written for this, and are in the public domain (CC0). */
export const PICTURES: readonly Picture[] = [
  {
    name: 'answer',
    walk: asking('/who is Mohammad Saeed', '@Verbatim what did he say about the uprising?', '@Verbatim who is the mayor of Berlin?'),
  },
  {
    name: 'commands',
    walk: async ({ page, ask }) => {
      await ask('/when did the clashes begin');
      await page.locator('#line').pressSequentially('/');
    },
  },
  {
    name: 'context',
    light: true,
    walk: async ({ ask, press }) => {
      await ask('/when did the clashes begin');
      await press('Show context');
    },
  },
  {
    name: 'pin',
    walk: async ({ ask, press, become }) => {
      await become('Mo (moderator)');
      await ask('/pin summary short');
      await press('Pin it');
    },
  },
  {
    name: 'add',
    walk: async ({ page, become }) => {
      await become('Mo (moderator)');
      await page.locator('#line').fill('/library add ');
      await page.locator('#option-file').setInputFiles(fileURLToPath(new URL('ferry.md', FOLDER)));
      await page.getByRole('button', { name: 'Send' }).click();
      await page.locator('discord-button', { hasText: 'Add it' }).waitFor();
    },
  },
  {
    name: 'ferry',
    of: 'ferry.md',
    walk: asking('/ask can I bring my dog?', '/ask what does a child pay?', '@Verbatim and a 14-year-old?'),
  },
  { name: 'pool', of: 'pool.md', light: true, walk: asking('/when can I swim on Saturday?', '@Verbatim how much is the sauna?') },
  {
    name: 'storm',
    of: 'storm.txt',
    walk: asking('/ask why are the trains not running?', '/ask how many homes have no electricity', '/ask was anybody hurt?'),
  },
];

export function pictureFile({ name }: Pick<Picture, 'name'>): URL {
  return new URL(`${name}.png`, FOLDER);
}

/** The words that are on a picture. */
export function wordsFile({ name }: Pick<Picture, 'name'>): URL {
  return new URL(`${name}.words.txt`, FOLDER);
}

/** It is always this time there. */
const NOW = Date.UTC(2026, 0, 5, 16, 2);

/** A window is as high as what is in it, but no higher than this; a list in front of it has a place of its own. */
const [WIDTH, HIGHEST, LIST] = [720, 1000, 280];

/** How high it is, as the page's own code would say it. */
const CONTENT = `[...document.querySelectorAll('header, main > *, footer')].reduce((sum, { offsetHeight }) => sum + offsetHeight, 0)`;

/** Draws a picture, and says which words are on it. */
export async function draw({ name, of, walk, light }: Picture, browser: Browser, reader: Reader) {
  const read = await readArticleFile(fileURLToPath(of ? new URL(of, FOLDER) : new URL('../content/aleppo-2012.txt', import.meta.url)));
  if (read.kind !== 'article') throw new Error(`${name}: ${of} is ${read.kind}`);
  const web = await openWeb(read.article, reader, { now: () => NOW, sources: await sources() });
  const page = await browser.newPage({
    viewport: { width: WIDTH, height: HIGHEST },
    deviceScaleFactor: 1.5,
    colorScheme: light ? 'light' : 'dark',
    timezoneId: 'UTC',
  });
  await page.clock.setFixedTime(NOW);
  await page.goto(web.address);
  await page.locator('#line').waitFor();
  await walk(personAt(page));
  const list = page.getByRole('listbox').first();
  if (!(await list.isVisible())) await page.evaluate('document.activeElement.blur()');
  const high = Number(await page.evaluate(CONTENT)) + ((await list.isVisible()) ? LIST : 0);
  await page.setViewportSize({ width: WIDTH, height: Math.min(HIGHEST, high) });
  const png = await page.screenshot();
  const words = [await page.locator('main').innerText(), (await list.isVisible()) ? await list.innerText() : ''];
  await page.close();
  await web.close();
  return { png, words: `${steady(words.join('\n')).replace(/\n+/g, '\n').trim()}\n` };
}

/** Which questions are found in a few seconds, each machine has its own. */
function steady(words: string): string {
  return words.replace(/It can answer, for example:.*?(?=Nothing is kept)/s, '');
}

async function sources() {
  return (await import('../src/library/sources.ts')).openSources();
}

function personAt(page: Page): Person {
  const answers = page.locator('discord-message[bot]');
  const settled = async (before: number) => {
    await answers.nth(before).waitFor({ timeout: 60_000 });
    await page.locator('#thinking:empty').waitFor({ state: 'attached' });
  };
  return {
    page,
    ask: async (line) => {
      const before = await answers.count();
      await page.locator('#line').fill(line);
      await page.locator('#composer :focus').press('Enter');
      await settled(before);
    },
    press: async (label) => {
      const response = page.waitForResponse((one) => one.url().includes('/do/take'));
      await page.locator('discord-button', { hasText: label }).last().click();
      await (await response).finished();
      await page.locator('#thinking:empty').waitFor({ state: 'attached' });
    },
    become: async (name) => {
      await page.locator('#person').selectOption({ label: name });
      await page.locator('body[aria-busy="false"]').waitFor();
    },
  };
}
