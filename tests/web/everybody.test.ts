import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import { afterAll, describe, expect, test } from 'vitest';
import { longArticle } from '../discord/bot.ts';
import { CHROMIUM, closeBrowser, served, type Visitor, visit } from './scene.ts';

afterAll(closeBrowser);

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds wrong with the page as it is, a line each. */
async function wrongWith({ page }: Visitor): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
}

/** What the page looks like, and how somebody comes there. */
const STATES: readonly [string, (visitor: Visitor) => Promise<unknown>][] = [
  ['as it opens', ({ page }) => page.locator('#examples button').first().waitFor()],
  ['with the commands offered', ({ page }) => page.keyboard.type('/')],
  ['with a command begun', ({ page }) => page.locator('#line').fill('/summary ')],
  [
    'with an answer, one for one alone, a message and a reply',
    async ({ page, command, press, say, sees }) => {
      await command('/when did the clashes begin');
      await press('Not it?');
      await say('@Verbatim who fled?');
      await sees('many residents');
      await page.locator('discord-message').nth(3).waitFor();
    },
  ],
  [
    'with a form',
    async ({ page, command, press }) => {
      await command('/when did the clashes begin');
      await press('Ask a follow-up');
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'with menus, open',
    async ({ page, become, command }) => {
      await become('Mo (moderator)');
      await command('/pin summary');
      for (const menu of await page.locator('details.menu summary').all()) await menu.click();
    },
  ],
  [
    'with what can be done with a message',
    async ({ page, become, command }) => {
      await become('Mo (moderator)');
      await command('/when did the clashes begin');
      await page.getByRole('button', { name: 'What you can do with this message' }).click();
    },
  ],
  [
    'with what is pinned',
    async ({ page, become, command, press, sees }) => {
      await become('Mo (moderator)');
      await command('/pin summary short');
      await press('Pin it');
      await sees('pinned by Mo');
      await page.getByRole('button', { name: 'Pinned messages' }).click();
    },
  ],
];

describe.skipIf(!CHROMIUM)('axe finds nothing wrong with the page, dark and light', () => {
  test.each(STATES)('%s', async (_, go) => {
    const visitor = await visit((await served()).address);
    await go(visitor);
    expect(await wrongWith(visitor)).toEqual([]);
    await visitor.page.evaluate('document.getElementById("theme").click()'); // also behind a form
    expect(await wrongWith(visitor)).toEqual([]);
  });
});

describe.skipIf(!CHROMIUM)('with the keyboard alone, somebody', () => {
  test('asks, shows the context, opens what can be done with the answer, and replies to it', async () => {
    const visitor = await visit((await served()).address);
    const { page, sees } = visitor;
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.keyboard.type('/when did the clashes begin');
    await press('Enter');
    await sees('on Friday');
    await page.locator('#line:focus').waitFor();
    await press('Shift+Tab'); // what can be done with the message
    await page.locator('.tools:focus').waitFor();
    await press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
    await page.locator('discord-button', { hasText: 'Hide context' }).waitFor();
    await press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await page.getByRole('button', { name: 'Reply' }).waitFor();
    await press('Tab', 'Enter');
    await page.locator('#line:focus').waitFor();
    await page.keyboard.type('@Verbatim where?');
    await press('Enter');
    await sees('in Salaheddine');
  });

  test('turns pages without looking for the button again', async () => {
    const { page, command, sees } = await visit((await served(longArticle(12, 900))).address);
    await command('/article');
    await page.locator('discord-button', { hasText: 'Next page' }).getByRole('button').focus();
    for (const number of [2, 3]) {
      await page.keyboard.press('Enter');
      await sees(`page ${number} of`);
      await page.locator('discord-button:focus', { hasText: 'Next page' }).waitFor();
    }
  });

  test('goes on writing where what they pressed is gone', async () => {
    const { page, command, sees } = await visit((await served()).address);
    await command('/when did the clashes begin');
    await sees('on Friday');
    await page.locator('discord-button', { hasText: 'Delete' }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.locator('#line:focus').waitFor();
  });

  test('chooses who they are without leaving the list', async () => {
    const { page } = await visit((await served()).address);
    await page.locator('#person').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.locator('body[aria-busy="false"]').waitFor();
    expect(await page.locator('#person:focus').inputValue()).toBe('103');
  });

  test('leaves a form and a list with Escape, and is where they were', async () => {
    const { page, command, sees } = await visit((await served()).address);
    await command('/when did the clashes begin');
    await sees('on Friday');
    const follow = page.locator('discord-button', { hasText: 'Ask a follow-up' });
    await follow.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('discord-button:focus', { hasText: 'Ask a follow-up' }).waitFor();
    await page.locator('#line').fill('/wh');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').first().isVisible()).toBe(false);
    expect(await page.locator('#line').inputValue()).toBe('/wh');
  });
});
