import { expect, test } from 'vitest';
import { wording } from '../../src/wording.ts';
import { marked } from '../indexed.ts';
import { aleppo, articleOf, deskOn } from './bot.ts';
import { until } from './local/until.ts';
import { answerTo, CLASHES, isPrivate, labels, setScene, shown } from './scene.ts';

const on = setScene();

const CLASHES_BEGAN = 'When did the clashes begin?';

test('an answer is the sentence, its place, and one row of buttons, for everyone', async () => {
  const answer = answerTo(await on.alice.asks(on.channel, 'when', { question: 'did the clashes begin' }));
  expect(answer.content).toMatchInlineSnapshot(`
    "**When did the clashes begin?**
    > The clashes began **on Friday** and continued throughout the night until Saturday morning,most of it in Salaheddine.
    -# Fighting in Aleppo, July 2012 · paragraph 5, sentence 1"
  `);
  expect(shown(answer)).toEqual({
    lines: ['When did the clashes begin?'],
    quotes: [CLASHES],
    small: ['Fighting in Aleppo, July 2012 · paragraph 5, sentence 1'],
    bold: ['When did the clashes begin?', 'on Friday'],
    others: [],
  });
  expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Delete']);
  expect(on.discord.seen(on.channel)).toEqual([answer]);
});

test.each(['who', 'where', 'when', 'what'])('/%s alone is answered', async (w) => {
  const answered = await on.alice.asks(on.channel, w);
  expect(shown(answerTo(answered)).quotes).toHaveLength(1);
  expect(isPrivate(answered)).toBe(false);
});

test('what was read into a question is said', async () => {
  const answered = await on.alice.asks(on.channel, 'ask', { question: 'when did the figthing peak' });
  expect(shown(answerTo(answered)).small).toContain('read "figthing" as "fighting"');
});

test('that the article does not say is for who asked alone', async () => {
  const answered = await on.alice.asks(on.channel, 'ask', { question: 'who is the mayor of Berlin' });
  expect(isPrivate(answered)).toBe(true);
  expect(shown(answerTo(answered)).lines[1]).toBe("As far as I can find, the article doesn't say.");
});

test('one line that is near is shown where the article does not say, and more on demand', async () => {
  const answer = await on.ask('did the mayor of Berlin see Damascus');
  expect(shown(answer)).toMatchObject({
    lines: [
      'Did the mayor of Berlin see Damascus?',
      "As far as I can find, the article doesn't say. The nearest line, which is not an answer:",
    ],
    quotes: [expect.stringContaining('it has seen huge')],
  });
  expect(labels(answer)).toEqual(['Ask a follow-up', 'Show context', 'Not it?', 'In the article', 'Share']);
  expect(labels(await on.ask('who is the mayor of Berlin'))).toEqual(['Share']);
});

test('a question that is none is told so, privately', async () => {
  const answered = await on.alice.asks(on.channel, 'ask', { question: '?!' });
  expect([isPrivate(answered), shown(answerTo(answered)).lines[0]]).toEqual([true, expect.stringContaining('I see no words in that.')]);
});

test.each([
  ['summarise this', 'summary', 5],
  ['tl;dr', 'summary', 3],
  ['help', 'help', 0],
])('"%s" behind /ask asks for /%s', async (question, _command, quotes) => {
  const answered = await on.alice.asks(on.channel, 'ask', { question });
  expect(shown(answerTo(answered)).quotes).toHaveLength(quotes);
  expect(isPrivate(answered)).toBe(quotes === 0);
  expect(isPrivate(await on.alice.asks(on.channel, 'ask', { question, private: true }))).toBe(true);
});

test('what the article is called and where it is from stands in its header, and is for everyone', async () => {
  const title = await on.alice.asks(on.channel, 'what', { question: 'is this article called?' });
  expect([answerTo(title).content, isPrivate(title), labels(answerTo(title))]).toEqual([
    "**What is this article called?**\n> Fighting in Aleppo\n-# from the article's header · title",
    false,
    ['Delete'],
  ]);
  const about = { title: '*T*', source: 'https://example.com/a_b_c' };
  await on.restart(deskOn({ ...aleppo(), about }));
  expect((await on.ask('what is the title?')).content).toContain('\n> \\*T\\*\n');
  expect((await on.ask("what's the source?")).content).toContain('\n> <https://example.com/a_b_c>\n');
});

test('the article comes privately, by pages that can be turned', async () => {
  const first = answerTo(await on.alice.asks(on.channel, 'article'));
  expect(first.onlyFor).toBe(on.alice.user);
  expect(labels(first)).toEqual(['Next page']);
  expect(shown(first).small).toEqual(expect.arrayContaining(['paragraph 1', expect.stringMatching(/^page 1 of \d$/)]));
  await on.alice.presses(first, 'Next page');
  expect(shown(first).small.at(-1)).toMatch(/^page 2 of/);
  await on.alice.presses(first, 'Previous page');
  expect(shown(first).small.at(-1)).toMatch(/^page 1 of/);
  expect(shown(answerTo(await on.alice.asks(on.channel, 'article', { page: 99 }))).lines[0]).toMatch(/^There is no page "99"/);
});

test('words are found in the article, in bold, privately, by pages that can be turned, with the way to the page of each', async () => {
  const boat = 'The boat of the harbour master is not for hire at all, whatever he says, and never was. ';
  const { article } = marked(
    'heading: Boats',
    `paragraph: ${boat.repeat(30)}`,
    'heading: Dogs',
    'item: - Dogs may come on a boat',
    'item: - None else',
  );
  await on.restart(deskOn(article));
  const found = answerTo(await on.alice.asks(on.channel, 'article', { find: 'boats' }));
  expect(found.onlyFor).toBe(on.alice.user);
  expect([shown(found).lines, shown(found).small.at(-1)]).toEqual([['boats', '32 sentences of the article:'], 'page 1 of 4']);
  expect([shown(found).quotes[0], shown(found).bold.slice(1, 3), shown(found).small[0]]).toEqual([
    'Boats',
    ['Boats', 'boat'],
    'page 1 · near paragraph 1',
  ]);
  expect(shown(found).small[1]).toBe('page 1 · paragraph 1, sentence 1');
  expect(labels(found)).toEqual(['Next page']);
  await on.alice.presses(found, 'Next page');
  expect([shown(found).lines[0], shown(found).small.at(-1), labels(found)]).toEqual([
    'boats',
    'page 2 of 4',
    ['Previous page', 'Next page'],
  ]);
  const last = answerTo(await on.alice.asks(on.channel, 'article', { find: 'boats', page: 99 }));
  const page = answerTo(await on.alice.chooses(last, 'Show the page of a sentence', ['paragraph 2, sentence 1']));
  expect(shown(page).lines.slice(-2)).toEqual(['- Dogs may come on a boat', '- None else']);
  expect(shown(page).bold).toContain('Dogs may come on a boat');
  expect(shown(page).small).toEqual(expect.arrayContaining(['paragraph 2', 'page 2 of 2 · Boats – Dogs']));
  const none = await on.alice.asks(on.channel, 'article', { find: '**helicopter**' });
  expect([isPrivate(none), shown(answerTo(none)).lines]).toEqual([true, ['"**helicopter**" is nowhere in the article.']]);
});

test('a summary is whole sentences in their order, each with its place, as long as is wanted', async () => {
  const short = await on.alice.asks(on.channel, 'summary', { length: 'short' });
  expect(shown(answerTo(short)).quotes).toHaveLength(3);
  expect(shown(answerTo(short)).small[0]).toBe('paragraph 1, sentence 1');
  expect(shown(answerTo(short)).lines.at(-1)).toBe("3 of the article's 15 sentences, in its order; 12 are left out.");
  expect([isPrivate(short), labels(answerTo(short))]).toEqual([false, ['Pin this', 'Delete']]);
  expect(shown(answerTo(await on.alice.asks(on.channel, 'summary'))).quotes).toHaveLength(5);
  expect(
    shown(answerTo(await on.alice.asks(on.channel, 'summary', { about: 'Damascus' }))).quotes.every((text) => text.includes('Damascus')),
  ).toBe(true);
  const alone = await on.alice.asks(on.channel, 'summary', { private: true, length: 'long' });
  expect([isPrivate(alone), labels(answerTo(alone)), shown(answerTo(alone)).quotes.length]).toEqual([true, ['Pin this', 'Share'], 8]);
  const none = await on.alice.asks(on.channel, 'summary', { about: 'football' });
  expect([isPrivate(none), shown(answerTo(none)).lines[0]]).toEqual([true, wording.nothingAbout('football')]);
});

test('help is private, and lists the commands that there are here', async () => {
  const answered = await on.alice.asks(on.channel, 'help');
  expect(isPrivate(answered)).toBe(true);
  const text = shown(answerTo(answered)).lines.join('\n');
  for (const name of on.alice.commands(on.channel)) expect(text).toContain(`/${name}`);
  expect(text).not.toContain('/quit');
});

test('they work in direct messages too', async () => {
  const answered = await on.alice.asks(on.alice.direct, 'when', { question: 'did the clashes begin' });
  expect(shown(answerTo(answered)).quotes).toEqual([CLASHES]);
  await on.alice.presses(answerTo(answered), 'Delete');
  await until('the answer is gone', () => answerTo(answered).deleted);
});

test('while a question is typed, questions that the article answers are offered, as soon as they are found', async () => {
  const desk = deskOn(aleppo());
  await on.restart(desk);
  await until('all are found', () =>
    ['Who is Mohammad Saeed?', 'What happened in Damascus?', CLASHES_BEGAN].every((one) => desk.suggest('').includes(one)),
  );
  expect(await on.alice.types(on.channel, 'ask', 'question', '')).toContain('What happened in Damascus?');
  expect((await on.alice.types(on.channel, 'ask', 'question', 'hapened in dam'))[0]).toBe('What happened in Damascus?');
  expect(await on.alice.types(on.channel, 'ask', 'question', 'clash')).toContain(CLASHES_BEGAN);
  for (const [w, typed] of [
    ['when', ''],
    ['when', 'clash'],
    ['who', 'sae'],
    ['what', 'damas'],
  ] as const) {
    const offered = await on.alice.types(on.channel, w, 'question', typed);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.filter((question) => !question.toLowerCase().startsWith(w))).toEqual([]);
  }
  expect(await on.alice.types(on.channel, 'ask', 'question', 'zzzzzz')).toEqual([]);
});

test('no more questions are offered than Discord shows, and none that it has no room for', async () => {
  const long = `Llan${'fair'.repeat(25)}`;
  const known = [`What happened in ${long}?`, ...Array.from({ length: 40 }, (_, i) => `What is number ${i}?`)];
  await on.restart({ ...deskOn(articleOf(`It snowed in ${long}.`)), suggest: () => known });
  const offered = await on.alice.types(on.channel, 'ask', 'question', '');
  expect(offered).toEqual(known.slice(1, 26));
  expect(shown(answerTo(await on.alice.asks(on.channel, 'ask', { question: `What happened in ${long}?` }))).quotes[0]).toContain(long);
});
