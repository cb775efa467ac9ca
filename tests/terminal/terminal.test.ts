import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { readArticleFile } from '../../src/article/files.ts';
import { type Given, openDesk } from '../../src/desk.ts';
import { until } from '../discord/local/until.ts';
import { marked } from '../indexed.ts';
import { aleppoReader } from '../reader.ts';
import { piped as pipedTo, sit } from './person.ts';

const file = await readArticleFile('content/aleppo-2012.txt');
if (file.kind !== 'article') throw new Error(`the shipped article is ${file.kind}`);
const aleppo = openDesk(file.article, aleppoReader());

const piped = (lines: readonly string[], desk = aleppo) => pipedTo(desk, lines);

/** A person at a terminal of this many columns types these keys. */
async function typed(keys: string[], columns = 60, notes: string[] = []): Promise<string> {
  const person = sit(aleppo, { columns, notes });
  for (const key of keys) person.types(key);
  await person.left;
  return person.screen();
}

describe('from a pipe', () => {
  test('each line gets its answer as text, one quote a line', async () => {
    expect(await piped(['/when did the clashes begin', '', 'thanks'])).toMatchInlineSnapshot(`
      "When did the clashes begin?
      > The clashes began on Friday and continued throughout the night until Saturday morning,most of it in Salaheddine.
        Fighting in Aleppo, July 2012 · paragraph 5, sentence 1
      You're welcome.
      "
    `);
  });

  test('a conversation: what was corrected, what stands around, what comes next, no answer, the end', async () => {
    const shown = await piped(['when was the figthing at its peak', '/context', '/more', 'who is the mayor of Berlin', '/quit', 'who?']);
    expect(shown).toContain('read "figthing" as "fighting"');
    expect(shown).toContain('Before and after paragraph 9, sentence 1:\n> This week,');
    expect(shown).toContain('The next best quotes:\n> ');
    expect(shown).toContain("As far as I can find, the article doesn't say.");
    expect(shown.endsWith('Goodbye.\n')).toBe(true);
  });

  test('a quote that only probably answers says so; one that surely does, and a refusal, do not', async () => {
    expect(await piped(['who leads the rebels'])).toMatch(/^ {2}may answer this$/m);
    expect(await piped(['when did the clashes begin', 'who is the mayor of Berlin', '/who'])).not.toContain('may answer this');
  });

  test('what is only for Discord says so', async () => {
    expect(await piped(['/pin summary', '/gaps'])).toBe('/pin summary works only on Discord.\n/gaps works only on Discord.\n');
  });

  test('more quotes come until there are no more', async () => {
    const shown = await piped(['who fled', '/more', '/more', '/more', '/more', '/more']);
    expect(shown).toContain('There are no more quotes for this question.');
  });

  test('a question goes on from the one before, and says what it assumes; without it, it is asked by itself', async () => {
    const shown = await piped(['who is Mohammad Saeed', 'what did he say about the uprising', '/without', '/without']);
    expect(shown).toContain(
      'What did he say about the uprising?\n  about: Mohammad Saeed\n> The uprising has finally reached Aleppo, Saeed said.',
    );
    expect(shown.match(/What did he say about the uprising\?/g)).toHaveLength(2);
    expect(shown).toContain('Nothing was assumed: the last question was answered as it stands.');
  });

  test('what was said can be forgotten', async () => {
    const shown = await piped(['when did the clashes begin', '/forget', 'where?']);
    expect(shown).toContain('Everything that was kept about you is deleted');
    expect(shown).not.toContain('about:');
    expect(await piped(['who fled', '/forget', '/context'])).toContain('There is nothing to show yet: ask a question first.');
  });

  test('a page of the article and more quotes leave what can be done with the answer', async () => {
    expect(await piped(['who is Mohammad Saeed', '/article', '/context'])).toContain('Before and after paragraph 3, sentence 1:');
    const shown = await piped(['who is Mohammad Saeed', 'what did he say about the uprising', '/more', '/without']);
    expect(shown).not.toContain('Nothing was assumed');
  });

  test('a summary is sentences of the article, each with its place, and says how many are left out', async () => {
    const shown = await piped(['/summary short', '/summary about Damascus', '/summary football']);
    expect(shown).toContain('> Syrian troops clashed with rebels');
    expect(shown).toContain("3 of the article's 15 sentences, in its order; 12 are left out.");
    expect(shown).toContain('Fighting in Aleppo, July 2012: Damascus\n> Activists and residents reported');
    expect(shown).toContain('As far as I can find, the article says nothing about "football".');
  });

  test.each(['summarise this', 'Summarize the article.', 'give me a summary please', 'summary'])(
    '"%s" asks for a summary',
    async (words) => {
      expect(await piped([words])).toBe(await piped(['/summary']));
    },
  );

  test('a summary that is asked for in words may be short, and about something', async () => {
    expect(await piped(['tl;dr', 'summarise the part about Damascus'])).toBe(await piped(['/summary short', '/summary about Damascus']));
  });

  test.each(['bye', 'quit', 'Exit', 'q', 'ok bye!'])('"%s" leaves', async (words) => {
    expect(await piped([words, 'thanks'])).toBe('Goodbye.\n');
  });

  test.each(['lol', 'haha', 'nice', '😂', 'wow', 'ok'])('"%s" gets a word, and the talk goes on as it was', async (words) => {
    const shown = await piped(['who is Mohammad Saeed', words, 'what did he say about the uprising', '/quit']);
    expect(shown).toContain('\nAsk me more whenever you like.\nWhat did he say about the uprising?\n  about: Mohammad Saeed\n');
  });

  test('who wrote the article is answered from its header, and the talk goes on as it was', async () => {
    const about = { ...file.article.about, byline: 'Lena Falk', source: 'https://example.com/aleppo' };
    const desk = openDesk({ ...file.article, about }, aleppoReader());
    const shown = await piped(['who is Mohammad Saeed', 'who wrote this article?', 'what did he say about the uprising', '/context'], desk);
    expect(shown).toContain(
      "\nWho wrote this article?\n> Lena Falk\n  from the article's header · byline\nWhat did he say about the uprising?\n  about: Mohammad Saeed\n",
    );
    expect(await piped(["what's the link?"], desk)).toContain("> https://example.com/aleppo\n  from the article's header · source\n");
  });

  test('words ask for help', async () => {
    expect(await piped(['what can you do?'])).toBe(await piped(['/help']));
  });

  test('help lists every command', async () => {
    const shown = await piped(['/help']);
    for (const name of [
      'who',
      'where',
      'when',
      'what',
      'ask',
      'summary',
      'article',
      'context',
      'more',
      'without',
      'library',
      'forget',
      'help',
      'quit',
    ])
      expect(shown).toContain(`  /${name}`);
  });

  test('the article comes by pages that hold all of it, and says once that quotes are as published', async () => {
    const shown = await piped(['/article', '/article 2']);
    const text = aleppo.article.text.replace(/\s+/g, '');
    const passages = shown.split('\n').filter((line) => /^ +\d+ {2}/.test(line));
    expect(
      passages
        .map((line) => line.replace(/^ +\d+ {2}/, ''))
        .join('')
        .replace(/\s+/g, ''),
    ).toBe(text);
    expect(shown.match(/exactly as published/g)).toHaveLength(1);
  });

  const rules = openDesk(
    marked(
      ...['title: # Harbour rules', 'heading: ## Opening hours', 'item: - Daily from 8', 'item: - In May from 7', 'heading: ## Parking'],
      ...[
        'paragraph: Park behind the dairy.',
        ...Array(40).fill(`paragraph: ${'The harbour parks its boats here, as it has parked them. '.repeat(2)}`),
      ],
    ).article,
    aleppoReader(),
  );

  test('a page shows a document as it is published, and is named by the headings on it', async () => {
    const shown = await piped(['/article'], rules);
    expect(shown).toContain(
      [
        '     # Harbour rules',
        '     ## Opening hours',
        '  1  - Daily from 8',
        '  2  - In May from 7',
        '     ## Parking',
        '  3  Park behind',
      ].join('\n'),
    );
    expect(shown).toMatch(/page 1 of \d · Opening hours – Parking; \/article 2 goes on\n$/);
    expect(await piped(['/article 2'], rules)).toMatch(/page 2 of \d · Parking; \/article 3 goes on\n$/);
  });

  test('a summary of a document counts what may be quoted', async () => {
    const camp = openDesk(marked('title: Camp', 'heading: To bring', 'item: - 2 towels', 'item: - A hat').article, aleppoReader());
    expect(await piped(['/summary'], camp)).toContain('> 2 towels\n  paragraph 1, sentence 1\n> A hat\n');
    expect(await piped(['/summary'], camp)).toContain('All 2 sentences of the article.');
  });

  test('words are found in the article, each with its page, by pages', async () => {
    expect(await piped(['/article find daries'], rules)).toMatchInlineSnapshot(`
      "daries
        read "daries" as "dairies"
      One sentence of the article:
      > Park behind the dairy.
        page 1 · paragraph 3, sentence 1
      "
    `);
    const shown = await piped(['/article find parking', '/article 3 find parking', '/article find helicopter', '/article find'], rules);
    expect(shown).toContain('82 sentences of the article:\n> Parking');
    expect(shown).toContain('page 1 of 9; /article 2 find parking goes on');
    expect(shown).toContain('page 3 of 9; /article 4 find parking goes on');
    expect(shown).toContain('"helicopter" is nowhere in the article.');
    expect(shown).toContain('Which words should I look for?');
  });

  const WRONG: [line: string, answer: string][] = [
    ['/article 9', 'There is no page "9": the article has pages 1 to 2.'],
    ['/article x', 'There is no page "x"'],
    ['/context', 'There is nothing to show yet: ask a question first.'],
    ['/hlep', 'There is no command /hlep. Did you mean /help? /help shows all commands.'],
    ['/', 'There is no command /. /help shows all commands.'],
    ['/ask', 'What would you like to know?'],
    ['???', 'I see no words in that. Please ask in words.'],
    ['x'.repeat(6000), 'That is too long for a question. Please ask in at most 1,000 characters.'],
    ['/WHEN did the clashes begin', 'The clashes began on Friday'],
  ];
  test.each(WRONG)('%.20s gets a clear sentence', async (line, answer) => {
    expect(await piped([line])).toContain(answer);
  });

  test('what an article says can not steer the terminal', async () => {
    const desk = openDesk(
      readArticle({ title: 'A \u001b[31mtrap' }, 'The bell \u001b]0;rang\u0007 at\u202e noon \u001b[2Jtoday.'),
      aleppoReader(),
    );
    const shown = await piped(['when did the bell ring'], desk);
    expect(shown).toContain('The bell ]0;rang at noon');
    expect(shown).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
  });
});

describe('what is quoted', () => {
  const text = 'The  bell rang\u00a0 at noon.\n\nIt was heard in\n  the valley,\tand\r\n  beyond  the hills.';
  const content = { start: text.indexOf('It'), end: text.length };
  const blocks = [
    { kind: 'paragraph', start: 0, end: content.start - 2, content: { start: 0, end: content.start - 2 } },
    { kind: 'code', ...content, content },
  ] as const;
  const desk = openDesk(readArticle({ title: 'Bells' }, text, blocks), aleppoReader());

  test('keeps its white space on one line from a pipe, where a line break is a space', async () => {
    const shown = await piped(['when did the bell ring', 'where was it heard in the valley'], desk);
    expect(shown).toContain('\n> The  bell rang\u00a0 at noon.\n');
    expect(shown).toContain('\n> It was heard in   the valley,\tand   beyond  the hills.\n');
  });

  test('keeps its lines too at a terminal', async () => {
    const person = sit(desk, { columns: 60 });
    for (const key of ['where was it heard in the valley\r', '/quit\r']) person.types(key);
    await person.left;
    expect(person.text()).toContain('\n> It was heard in\n>   the valley,\tand\n>   beyond  the hills.\n');
  });
});

describe('at a terminal', () => {
  test('a greeting with the title, a prompt, an answer with its phrase in bold, the end', async () => {
    const screen = await typed(['/when did the clashes begin\r', '/quit\r'], 200, ['Also in the folder: b.md.']);
    const text = stripVTControlCharacters(screen);
    expect(text).toContain('Fighting in Aleppo, July 2012.');
    expect(text).toContain('Also in the folder: b.md.');
    expect(screen).toContain('\u001b[1mon Friday\u001b[22m');
    expect(text.trimEnd().endsWith('Goodbye.')).toBe(true);
  });

  test('lines are wrapped at words in a small window', async () => {
    const text = stripVTControlCharacters(await typed(['/who\r', '/quit\r'], 40));
    for (const line of text.split('\n').filter((one) => one.startsWith('> '))) expect(line.length).toBeLessThanOrEqual(40);
    expect(text).toContain('> Syrian troops clashed with rebels in');
  });

  test('help fits a small window', async () => {
    const text = stripVTControlCharacters(await typed(['/help\r', '/quit\r'], 34));
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(34);
    expect(text).toContain('  /more\n    Show the next best quotes\n');
  });

  test('Tab completes a command', async () => {
    const text = stripVTControlCharacters(await typed(['/art', '\t', '\r', '/quit\r']));
    expect(text).toContain('page 1 of 2');
  });

  test('Tab completes a question that the article answers', async () => {
    const desk = { ...aleppo, suggest: () => ['Who is Saeed?', 'What happened in Damascus?'] };
    const person = sit(desk, { columns: 60 });
    for (const key of ['what happened in da', '\t', '\r', '/quit\r']) person.types(key);
    await person.left;
    const text = stripVTControlCharacters(person.screen());
    expect(text).toContain('What happened in Damascus?\n> Activists and residents');
  });

  test('Tab completes what is typed of the inside of a question, and leaves alone what could be several', async () => {
    const desk = { ...aleppo, suggest: () => ['When did the clashes begin?', 'What happened in Damascus?'] };
    const person = sit(desk, { columns: 60 });
    for (const key of ['clash', '\t', '\r', '/quit\r']) person.types(key);
    await person.left;
    expect(stripVTControlCharacters(person.screen())).toContain('When did the clashes begin?\n> The clashes began');
  });

  test('Ctrl-C drops what was typed, and leaves from an empty line', async () => {
    const person = sit(aleppo);
    for (const key of ['/article nonsense', '\u0003', 'thanks\r']) person.types(key);
    await until('it is answered', () => person.text().includes("You're welcome."));
    person.types('\u0003');
    await person.left;
    expect(person.text()).not.toContain('There is no page');
  });

  test('Ctrl-D while an answer is looked for leaves behind that, and lets the terminal go', async () => {
    let give: ((given: Given) => void) | undefined;
    const ask = () =>
      new Promise<Given>((answered) => {
        give = answered;
      });
    const person = sit({ ...aleppo, ask });
    person.types('when did the clashes begin\r');
    await until('it is asked', () => give !== undefined);
    person.types('\u0004');
    give?.(await aleppo.ask({ text: 'when did the clashes begin' }, { place: { user: 'you', channel: 'here' } }));
    await person.left;
    expect(person.text()).toMatch(/sentence 1\n\n\n$/);
    expect(person.isPaused()).toBe(true);
  });

  test('Ctrl-C leaves while an answer is looked for', async () => {
    const person = sit({ ...aleppo, ask: () => new Promise(() => undefined) });
    person.types('when did the clashes begin\r');
    person.types('\u0003');
    await person.left;
    expect(person.text()).toMatch(/begin\s+$/);
  });

  test.each([
    ['Ctrl-D', '\u0004'],
    ['Ctrl-C', '\u0003'],
  ])('%s leaves, and what the shell shows then begins a line', async (_name, key) => {
    expect(stripVTControlCharacters(await typed([key]))).toMatch(/\n\? \n$/);
  });
});
