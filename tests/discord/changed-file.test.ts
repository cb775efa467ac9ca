import { beforeEach, expect, test } from 'vitest';
import { type Article, readArticle } from '../../src/article/article.ts';
import type { ArticleFile } from '../../src/article/files.ts';
import { wording } from '../../src/wording.ts';
import { aleppo, libraryOn } from './bot.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { answered, CLASHES, labels, press, setScene, shown } from './scene.ts';

// The host's file changes while the bot runs.
const on = setScene();
const { moderator, pin, cards } = on;
const FILE = 'content/aleppo-2012.txt';
const LATER = 'The clashes began on Monday.';
let found: ArticleFile | undefined;

beforeEach(async () => {
  found = undefined;
  const file = async () => {
    const once = found;
    found = undefined;
    return once;
  };
  await on.restart(libraryOn(aleppo(), { store: on.store }), { file });
});

/** The same article, with something else in the place of a part of it. */
function edited(from: string, to: string): Article {
  const { about, text } = aleppo();
  return readArticle(about, text.replace(from, to));
}

async function changesTo(article: Article): Promise<void> {
  found = { kind: 'article', file: FILE, stamp: '', article };
  const said = on.bot.printed.length;
  await until('it is said', () => on.bot.printed.length > said);
  expect(on.bot.printed.slice(said)).toEqual([wording.readAgain(FILE)]);
}

const clashes = () => on.ask('when did the clashes begin');

test('the next question is answered from the new text', async () => {
  expect(shown(await clashes()).quotes).toEqual([CLASHES]);
  await changesTo(edited(CLASHES, LATER));
  expect(shown(await clashes()).quotes).toEqual([LATER]);
});

test('buttons below an answer whose sentences are still there work on, about the new text', async () => {
  const answer = await clashes();
  await changesTo(edited('', 'A new first paragraph.\n\n'));
  await press(on.alice, answer, 'Show context');
  expect(shown(answer).quotes).toContain(CLASHES);
  expect(answer.content).not.toContain(wording.changedSince);
  const page = await answered(on.alice.presses(answer, 'In the article'));
  expect(page.content).toContain('A new first paragraph.');
});

test('buttons below an answer whose sentence has gone show it as it was, and say so', async () => {
  const answer = await clashes();
  await changesTo(edited(CLASHES, LATER));
  await press(on.alice, answer, 'Show context');
  expect(shown(answer).quotes).toContain(CLASHES);
  expect(answer.content).toContain(wording.changedSince);
});

test('a follow-up goes on from what was said before', async () => {
  await on.ask('who is Mohammad Saeed');
  await changesTo(edited('', 'A new first paragraph.\n\n'));
  expect(shown(await on.ask('what did he say about the uprising')).small).toContain(wording.about('Mohammad Saeed'));
});

test('a card says that the article has changed, and no more where it is as it was', async () => {
  const [, first = ''] = aleppo().sentences.map(({ start, end }) => aleppo().text.slice(start, end));
  await pin(moderator());
  const [card] = cards() as [Message];
  const before = [card.content, labels(card)];
  const { quotes } = shown(card);
  await changesTo(edited(quotes[0] ?? first, LATER));
  await until('the card says so', () => shown(card).small.at(-1) === wording.outdated);
  await changesTo(aleppo());
  await until('the card says so no more', () => !card.content.includes(wording.outdated));
  expect([card.content, labels(card)]).toEqual(before);
});

test('a file that cannot be read leaves all as it was, and the log says why', async () => {
  found = { kind: 'empty', file: FILE };
  await until('it is logged', () => on.bot.logged.some(({ why }) => why === 'empty'));
  expect(shown(await clashes()).quotes).toEqual([CLASHES]);
  expect(on.bot.printed.some((line) => line.includes(FILE))).toBe(false);
});
