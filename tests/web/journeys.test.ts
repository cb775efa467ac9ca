import { afterAll, describe, expect, test } from 'vitest';
import { CHROMIUM, closeBrowser, served, type Visitor, visit } from './scene.ts';

afterAll(closeBrowser);

const CLASHES = 'The clashes began on Friday and continued throughout the night until Saturday morning,most of it in Salaheddine.';

/** Opens the page, and looks at the end that nothing went wrong on it, and that it asked nothing of other machines. */
const journey = (name: string, walk: (visitor: Visitor, address: string) => Promise<void>, size = {}) =>
  test(name, async () => {
    const { address } = await served();
    const visitor = await visit(address, size);
    await walk(visitor, address);
    expect(visitor.troubles).toEqual([]);
  });

describe.skipIf(!CHROMIUM)('on the page, somebody', () => {
  journey('asks with a command, and sees the quote to the character, its place, and its buttons', async ({ page, command, sees }) => {
    await command('/when did the clashes begin');
    await sees('on Friday');
    const message = page.locator('discord-message');
    expect(await message.locator('discord-quote').innerText()).toBe(CLASHES);
    expect(await message.locator('discord-quote strong').innerText()).toBe('on Friday');
    expect(await message.locator('discord-subscript').innerText()).toBe('Fighting in Aleppo, July 2012 · paragraph 5, sentence 1');
    expect(await message.locator('discord-button').allInnerTexts()).toEqual([
      ...['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Delete'],
    ]);
  });

  journey('is offered the commands while typing, with the keyboard alone, and what can be set behind them', async ({ page, sees }) => {
    await page.keyboard.type('/wh');
    const list = page.getByRole('listbox', { name: 'Commands' });
    expect(await list.getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('/who'),
      ...Array(3).fill(expect.stringContaining('/wh')),
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('did the clashes begin');
    expect(await page.locator('form.command').innerText()).toContain('/where');
    expect(await page.locator('form.command .option > label').allInnerTexts()).toEqual(['question', 'article', 'private']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.type('/who');
    await page.keyboard.press('Tab');
    await page.keyboard.type('fled');
    await page.keyboard.press('Enter');
    await sees('many residents');
  });

  journey('is told where a command is mistyped, or not for everybody', async ({ say, sees, messages }) => {
    await say('/hlep');
    await sees('There is no command /hlep. Did you mean /help?');
    await say('/gaps');
    await sees('Manage Messages');
    await say('/library add notes.txt');
    await sees('Manage Server');
    expect((await messages()).join()).not.toContain('@Verbatim');
  });

  journey('is offered questions that the article answers', async ({ page, sees }) => {
    const examples = page.locator('#examples button');
    await examples.first().waitFor();
    const [example = ''] = await examples.allInnerTexts();
    await page.locator('#line').fill('/ask ');
    await page.locator('#option-question').fill(example.slice(0, -4));
    await page.getByRole('option', { name: example, exact: true }).click();
    expect(await page.locator('#option-question').inputValue()).toBe(example);
    await page.keyboard.press('Enter');
    await sees(example);
  });

  journey('goes on from an answer in a form, and with a message that replies or mentions', async ({ page, command, press, say, sees }) => {
    await command('/when did the clashes begin');
    await press('Ask a follow-up');
    await page.getByRole('dialog').getByRole('textbox').fill('where?');
    await page.keyboard.press('Enter');
    await sees('in Salaheddine');
    await say('@Verbatim who is Mohammad Saeed?');
    await sees('Aleppo-based activist');
    const answer = page.locator('discord-message').last();
    expect(await answer.locator('discord-reply').getAttribute('author')).toBe('Ada');
    await answer.hover();
    await answer.getByRole('button', { name: 'What you can do with this message' }).click();
    await page.getByRole('button', { name: 'Reply' }).click();
    await say('what did he say about the uprising?');
    await sees('The uprising has finally reached Aleppo, Saeed said.');
    await sees('about: Mohammad Saeed');
  });

  journey(
    'asks in plain words, is told that the bot sees only what mentions it, and asks so with Enter',
    async ({ page, say, sees, messages }) => {
      await say('when did the clashes begin?');
      await sees('On Discord, the bot sees only messages that mention it');
      expect(await messages()).toHaveLength(2);
      await expect.poll(() => page.locator('#line').inputValue()).toBe('@Verbatim when did the clashes begin?');
      await page.locator('#line').press('Enter');
      await sees(CLASHES.slice(-30));
    },
  );

  journey('sees what stands around a quote, and the next best ones', async ({ page, command, press, sees }) => {
    await command('/when did the clashes begin');
    await press('Show context');
    await sees('The uprising has finally reached Aleppo');
    await page.locator('discord-button:focus', { hasText: 'Hide context' }).waitFor(); // what was pressed keeps the focus
    await page.keyboard.press('Enter');
    await page.locator('discord-button', { hasText: 'Show context' }).waitFor();
    await press('Not it?');
    await sees('Only you can see this');
    expect(await page.locator('discord-message').last().locator('discord-quote').count()).toBe(3);
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.locator('discord-message').nth(1).waitFor({ state: 'detached' });
  });

  journey('asks alone, and shares the answer', async ({ page, command, press, become, sees, messages }) => {
    await page.locator('#line').fill('/who fled');
    await page.locator('#option-private').selectOption('Yes');
    await page.locator('#option-question').press('Enter');
    await sees('Only you can see this');
    await become('Ben');
    await expect.poll(messages).toEqual([]);
    await become('Ada');
    await press('Share');
    await expect.poll(async () => (await messages()).length).toBe(2);
    await become('Ben');
    await expect.poll(async () => (await messages()).length).toBe(1);
    await sees('many residents');
    await command('/who leads the rebels');
    await sees('may answer this');
  });

  journey('pins a summary as a moderator, who alone is offered that', async ({ page, become, press, sees }) => {
    await page.keyboard.type('/pin');
    expect(await page.getByRole('listbox', { name: 'Commands' }).isVisible()).toBe(false);
    await become('Mo (moderator)');
    await page.locator('#line').fill('/pin summary short');
    await page.locator('form.command :focus').press('Enter');
    await sees('Only you see this. The pinned message would say:');
    const menu = page.locator('details', { hasText: 'Remove sentences' });
    await menu.locator('summary').click();
    await menu.getByRole('checkbox').first().check();
    await menu.getByRole('button', { name: 'Choose' }).click();
    await expect.poll(() => page.locator('discord-message discord-quote').count()).toBe(2);
    await press('Pin it');
    await sees('pinned by Mo');
    await become('Ben');
    await page.getByRole('button', { name: 'Pinned messages' }).click();
    const pins = page.getByRole('dialog', { name: 'Pinned messages' });
    await pins.getByText('pinned by Mo').waitFor();
    expect(await pins.locator('discord-quote').count()).toBe(2);
    await pins.getByRole('button', { name: 'Close' }).click();
    expect(await pins.isVisible()).toBe(false);
  });

  journey('corrects an answer as a moderator', async ({ page, command, become, sees }) => {
    await command('/who leads the rebels');
    await become('Mo (moderator)');
    const answer = page.locator('discord-message').first();
    await answer.hover();
    await answer.getByRole('button', { name: 'What you can do with this message' }).click();
    await page.getByRole('button', { name: 'Correct this answer' }).click();
    const menu = page.locator('details.menu').last();
    await menu.locator('summary').click();
    await menu.getByRole('button').filter({ hasText: 'The uprising has finally' }).click();
    await page.locator('discord-message').first().getByText('corrected by a moderator').waitFor();
    await become('Ben');
    await command('/who leads the rebels');
    await sees('chosen by a moderator');
    await become('Mo (moderator)');
    await command('/corrections');
    await sees('Who leads the rebels');
  });

  journey('reads the article by pages, in small print what each paragraph is', async ({ page, command, press, sees }) => {
    await command('/article');
    await sees('Only you can see this');
    await sees('paragraph 1');
    await page.locator('#line').fill('/article ');
    await page.locator('#option-find').fill('Damascus');
    await page.keyboard.press('Enter');
    await sees('a tense calm in Damascus');
    await command('/when did the clashes begin');
    await press('In the article');
    await page.locator('discord-message strong', { hasText: CLASHES }).waitFor();
  });

  test('is told where Verbatim has been closed, or a file is too large, and nothing typed is lost', async () => {
    const web = await served();
    const { page, become, say } = await visit(web.address);
    const trouble = page.getByRole('alert');
    await become('Mo (moderator)');
    await page.locator('#line').fill('/library add ');
    await page.locator('#option-file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.alloc(6 * 2 ** 20, 'a ') });
    await page.getByRole('button', { name: 'Send' }).click();
    await trouble.getByText('This file is too large').waitFor();
    await web.close();
    await say('@Verbatim who fled?');
    await trouble.getByText('Verbatim does not answer').waitFor();
    expect(await page.locator('#line').inputValue()).toBe('@Verbatim who fled?');
    await page.locator('#person').selectOption('101');
    await page.locator('body[aria-busy="false"]').waitFor();
    expect(await page.locator('#line').isEditable()).toBe(true);
  });

  journey(
    'can do all that in a narrow window',
    async ({ page, command, press, sees }) => {
      await command('/when did the clashes begin');
      await sees('on Friday');
      await press('Ask a follow-up');
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await page.locator('#line').fill('/summary ');
      const wide = await page.evaluate("[document.documentElement, document.querySelector('main')].map((one) => one.scrollWidth)");
      expect(wide).toEqual([320, 320]);
      for (const name of ['length', 'about', 'article']) expect(await page.locator(`#option-${name}`).isVisible()).toBe(true);
    },
    { width: 320, height: 568 },
  );

  journey('sees what people write to the character, and nothing in it is run', async ({ page, say, messages }) => {
    const text = '<img src=x onerror="document.title = 1">  **bold** [a](javascript:document.title=1) @everyone</script><!-- <script>';
    await say(text);
    await expect.poll(async () => (await messages())[0]).toContain(text);
    await page.reload();
    await expect.poll(async () => (await messages())[0]).toContain(text);
    expect(await page.title()).toBe('Verbatim');
  });

  journey('keeps what is for one alone from the others, also where the answer comes late', async ({ page, become, messages }) => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/do/command?**', async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('#line').fill('/who fled');
    await page.locator('#option-private').selectOption('Yes');
    await page.locator('#option-question').press('Enter');
    await page.getByText('Verbatim is thinking').waitFor();
    await become('Ben');
    const seen = page.waitForResponse((response) => response.url().includes('/do/news?as=102'));
    letGo();
    await (await seen).finished();
    expect(await messages()).toEqual([]);
    await become('Ada');
    await expect.poll(async () => (await messages()).length).toBe(1);
  });

  journey('brings in a text as a moderator, from a file, and gets its first quote', async ({ page, become, press, sees, command }) => {
    await become('Mo (moderator)');
    await page.locator('#line').fill('/library add ');
    await page.locator('#option-file').setInputFiles({
      name: 'ferry.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('# Ferry\n\nDogs travel free of charge on the ferry.\n'),
    });
    await page.getByRole('button', { name: 'Send' }).click();
    await sees('Nothing is kept yet');
    await press('Add it');
    await sees('Ferry');
    await command('/ask do dogs travel free of charge?');
    await sees('Dogs travel free of charge on the ferry.');
  });
});
