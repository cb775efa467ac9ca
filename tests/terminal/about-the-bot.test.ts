import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library/library.ts';
import { openTexts } from '../../src/library/open-texts.ts';
import { readOwnPage } from '../../src/library/own-page.ts';
import { wording } from '../../src/wording.ts';
import { articleOf } from '../discord/bot.ts';
import { KEEPS, OF_THE_BOT } from '../own-page.ts';
import { predictable } from '../reader.ts';
import { piped } from './person.ts';

// Somebody who talks about a text wants to know something about the bot.
const BARN = articleOf(
  'The farmer built the barn in 1790. He keeps his carts in it. "What do you keep in a barn?" he asked. Everybody may delete my data.',
);
const reader = predictable(...OF_THE_BOT, { asked: /^And who/i, after: /carts/, says: 'Everybody' });
const texts = (ownPage = readOwnPage) => openTexts(openLibrary(BARN, reader, { ownPage }));
const talk = (...lines: string[]) => piped(texts(), lines);

test('a question about the bot is answered by the page about it, with its title', async () => {
  const shown = await talk('what data do you keep about me?');
  expect(shown).toContain(`What data do you keep about me?\n> ${KEEPS}`);
  expect(shown).toMatch(/ {2}About Verbatim, November 2026 · paragraph \d+, sentence \d\n/);
});

test('the talk about the text goes on behind it as if it had not been asked', async () => {
  const shown = await talk('what does he keep carts in', 'who made you?', 'how do I delete my data', 'and who?');
  expect(shown).toMatch(/Who made you\?\n> Verbatim was made by the Verbatim authors\.\n/);
  expect(shown).toMatch(/And who\?\n {2}about: .*\n> Everybody may delete my data\./);
});

test('what stands around its quote, and the next best ones, are its own', async () => {
  const shown = await talk('when was the barn built', 'who made you?', '/context', '/more');
  const [, context = ''] = shown.split(wording.aroundIt);
  expect(context).toContain('> Verbatim costs nothing: it is free of charge.\n> Verbatim was made by the Verbatim authors.\n');
  expect(context).not.toContain('farmer');
});

test('where the text may be meant, it is asked first', async () => {
  expect(await talk('what do you keep in a barn')).toContain('> "What do you keep in a barn?" he asked.');
  expect(await talk('may everybody delete my data')).toContain('> Everybody may delete my data.');
});

test('where the text may be meant and does not say, the page answers what it has', async () => {
  const garden = piped(openTexts(openLibrary(articleOf('The garden has a gate.'), reader, { ownPage: readOwnPage })), [
    'how do I delete my data',
    'what do you keep in a barn',
  ]);
  const [deleted, kept] = (await garden).split('What do you keep in a barn');
  expect(deleted).toContain(
    '> The command `/forget` deletes all that Verbatim keeps about you.\n  under "How to delete your data"\n  About Verbatim',
  );
  expect(kept).toContain(wording.doesntSay);
});

test.each([
  ['the page does not say it', readOwnPage, 'are you alive'],
  ['the page has been taken away', async () => undefined, 'who are you?'],
])('where %s, the bot says in its own words what it is', async (_what, page, question) => {
  expect(await piped(texts(page), [question])).toContain(wording.notAQuestion('about the bot'));
});
