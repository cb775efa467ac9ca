import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { CHROMIUM, openBrowser } from '../../docs/browser.ts';
import type { Article } from '../../src/article/article.ts';
import { openSources } from '../../src/library/sources.ts';
import type { Reader } from '../../src/reading/reader.ts';
import { openWeb } from '../../src/web/web.ts';
import { aleppo } from '../discord/bot.ts';
import { aleppoReader } from '../reader.ts';

export { CHROMIUM };

/** Opens the page's server, and closes it when the test is done. */
export async function served(article: Article = aleppo(), reader: Reader = aleppoReader()) {
  const web = await openWeb(article, reader, { sources: await openSources() });
  onTestFinished(() => web.close());
  return web;
}

/** Somebody at the page. */
export interface Visitor {
  readonly page: Page;
  /** What went wrong in it, and what it asked of other machines. */
  readonly troubles: readonly string[];
  /** Types a command and sends it. */
  command(line: string): Promise<void>;
  /** Writes a message and sends it. */
  say(text: string): Promise<void>;
  /** Presses a button under the last message that has it. */
  press(label: string): Promise<void>;
  /** Is somebody else from now on. */
  become(name: string): Promise<void>;
  /** Waits until some text is shown in the last message. */
  sees(text: string | RegExp): Promise<void>;
  /** What each message says, as it is displayed. */
  messages(): Promise<string[]>;
}

let browser: Promise<Browser> | undefined;

/** Closes the browser that the tests have shared. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** Visits the page, in a window of its own. */
export async function visit(address: string, { width = 900, height = 800, light = false } = {}): Promise<Visitor> {
  browser ??= openBrowser(CHROMIUM ?? '');
  const context = await (await browser).newContext({ viewport: { width, height }, colorScheme: light ? 'light' : 'dark' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(new URL(address).origin) && !url.startsWith('data:')) troubles.push(`asked for ${url}`);
  });
  await page.goto(address);
  const line = page.locator('#line');
  await line.waitFor();
  return {
    page,
    troubles,
    command: async (typed) => {
      await line.fill(typed);
      const form = page.locator('form.command');
      if (!(await form.isVisible())) await line.press('Enter');
      await form.locator(':focus').press('Enter');
      await line.waitFor();
    },
    say: async (text) => {
      await line.fill(text);
      await line.press('Enter');
    },
    press: (label) => page.locator('discord-button', { hasText: label }).last().click(),
    become: async (name) => {
      await page.locator('#person').selectOption({ label: name });
      await page.locator('body[aria-busy="false"]').waitFor();
    },
    sees: (text) => page.locator('discord-message').last().getByText(text).first().waitFor(),
    messages: () => page.locator('discord-message').allInnerTexts(),
  };
}
