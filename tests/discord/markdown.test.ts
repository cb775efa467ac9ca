import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Article, quote, readArticle } from '../../src/article/article.ts';
import { readArticleFile } from '../../src/article/files.ts';
import { linkTo } from '../../src/article/link/link.ts';
import { contentOf } from '../../src/chat/content.ts';
import type { Desk } from '../../src/desk.ts';
import type { Block } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { articleOf, type Bot, deskOn, startBot } from './bot.ts';
import { type LocalDiscord, openDiscord } from './local/discord.ts';
import { displayed } from './local/displayed.ts';
import type { Message } from './local/world.ts';

/** Discord keeps one kind of line end, and shows a tab as four spaces. */
const asDiscordKeeps = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ');

const file = await readArticleFile('tests/discord/markdown-and-pings.md');

function hostile(): Article {
  if (file.kind !== 'article') throw new Error(`the fixture is ${file.kind}`);
  return file.article;
}

function sentencesOf(article: Article): string[] {
  return article.sentences.map(({ index }) => quote(article, index).text);
}

const displayedBlocks = (blocks: readonly Block[]) => displayed(contentOf(blocks) ?? '');

describe('a quote is displayed to the character', () => {
  test.each(sentencesOf(hostile()).map((text, index) => [text, index] as const))('%s', (text, index) => {
    const shown = displayedBlocks([{ kind: 'quote', quote: quote(hostile(), index), place: 'here' }]);
    expect(shown).toEqual({ lines: [], quotes: [asDiscordKeeps(text)], small: ['here'], bold: [], others: [] });
  });

  const MARKS = '*_~`|<>[]()@#-+.:/\\!&="\' \t\n\r1aBé。走😀'.split(/(?:)/u);
  const WORDS = ['http://a.b', '@everyone', '<@1>', '<#2>', '<t:1:R>', ':a:', '-# ', '> ', '>>> ', '1. ', '```', '||', '**', '\n\n'];
  const text = fc.array(fc.constantFrom(...MARKS, ...WORDS), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));

  test('whatever it holds, and whatever phrase in it is in bold', () => {
    fc.assert(
      fc.property(text, fc.nat(40), fc.nat(40), (some, from, length) => {
        const article = readArticle({ title: 'T' }, some);
        for (const { index } of article.sentences) {
          const one = quote(article, index);
          const phrase = { start: Math.min(from, one.text.length), end: Math.min(from + length, one.text.length) };
          const plain = displayedBlocks([{ kind: 'quote', quote: one, place: 'here' }]);
          expect(plain).toEqual({ lines: [], quotes: [asDiscordKeeps(one.text)], small: ['here'], bold: [], others: [] });
          const bold = displayedBlocks([{ kind: 'quote', quote: one, phrase }]);
          expect([bold.quotes, bold.others]).toEqual([[asDiscordKeeps(one.text)], []]);
          const marked = one.text.slice(phrase.start, phrase.end);
          if (/^\S(.*\S)?$/u.test(marked)) expect(bold.bold).toEqual([asDiscordKeeps(marked)]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('where links to sentences leave no room for a quote, they are links to the page', () => {
  const page = 'https://example.com/a';
  const quotes = hostile()
    .sentences.slice(0, 3)
    .map(({ index }) => quote(hostile(), index));
  const shown = (letters: number) => {
    const blocks = quotes.map(
      (one): Block => ({ kind: 'quote', quote: one, place: 'here', source: { page, link: `${page}#${'x'.repeat(letters)}` } }),
    );
    return displayedBlocks(blocks);
  };
  expect(shown(400).others).toEqual(quotes.map(() => `autolink ${page}#${'x'.repeat(400)}`));
  expect(shown(700).others).toEqual(quotes.map(() => `autolink ${page}`));
  expect(shown(700).quotes).toEqual(shown(400).quotes);
});

test('an invitation without its scheme, which the parser does not know, is no invitation', () => {
  expect(contentOf([{ kind: 'words', text: 'discord.gg/abc' }])).not.toMatch(/discord\.gg\/abc/);
});

describe('nothing in an article or a question breaks out of its place', () => {
  let discord: LocalDiscord;
  let bot: Bot;

  beforeEach(async () => {
    discord = await openDiscord();
  });

  afterEach(async () => {
    await bot.stop();
    await discord.close();
    expect(discord.broken).toEqual([]); // it knows a message that may ping, or is too long
  });

  async function open(article: Article | Desk) {
    const channel = discord.channel(discord.guild('Readers'));
    bot = await startBot(discord, article);
    const alice = discord.person('Alice');
    const ask = async (question: string): Promise<Message> => (await alice.asks(channel, 'ask', { question })).original as Message;
    return { channel, alice, ask };
  }

  test('an article that is nothing but Markdown and pings is shown as it stands, behind every button', async () => {
    const sentences = sentencesOf(hostile());
    const { alice, ask, channel } = await open({ ...deskOn(hostile()), suggest: () => sentences });
    const link = (at: number) => linkTo(hostile().about.source, hostile(), at);
    const answer = await ask('who is a name in everyone');
    const at = sentences.indexOf(displayed(answer.content).quotes[0] ?? '');
    expect(at).toBeGreaterThanOrEqual(0);
    expect(displayed(answer.content).small[0]).toBe(`${wording.place(hostile().about, quote(hostile(), at))} · ${link(at)}`);
    expect(displayed(answer.content).others).toEqual([`autolink ${link(at)}`]);
    await alice.presses(answer, 'Show context');
    expect(displayed(answer.content).quotes[1]).toBe(sentences.slice(Math.max(0, at - 2), at + 3).join('\n'));
    const more = (await alice.presses(answer, 'Not it?')).original as Message;
    const quotes = displayed(more.content).quotes.flatMap((text) => text.split('\n'));
    expect(quotes.every((text) => sentences.includes(text))).toBe(true);
    expect(displayed(more.content).others).toEqual(quotes.map((text) => `autolink ${link(sentences.indexOf(text))}`));
    for (const page of [await alice.presses(answer, 'In the article'), await alice.asks(channel, 'article')]) {
      const { lines, others } = displayed(page.original?.content ?? '');
      expect(others).toEqual([]);
      expect(lines).toEqual([wording.headline(hostile().about), ...hostile().text.trim().split('\n')]);
    }
    const offered = sentences.filter(({ length }) => length <= 100).slice(0, 25);
    expect(await alice.types(channel, 'ask', 'question', '')).toEqual(offered);
  });

  test.each([
    '@everyone @here <@1> who began the clashes',
    '**who** __began__ ~~the~~ ||clashes|| `now` [here](https://evil.example)',
    '# who\n> began\n-# the clashes <t:1:R> :smile: </who:1>',
    '** who began the clashes \\',
  ])('the question %j is shown as it was asked', async (question) => {
    const { ask } = await open(articleOf('The clashes began on Friday. It rained on Saturday.'));
    const { lines, others } = displayed((await ask(question)).content);
    expect(lines[0]?.toLowerCase()).toContain(question.toLowerCase().replace(/\s+/g, ' ').trim());
    expect(others).toEqual([]);
  });

  test('quotes that are too long for a message are left out whole, and it says how many', async () => {
    const long = `The clashes began on Friday${' and they went on, and on'.repeat(90)}.`;
    const { alice, ask } = await open(articleOf(`${long} The clashes ended on Sunday.`));
    const { lines, quotes, small } = displayed((await ask('when did the clashes begin and go on')).content);
    expect([quotes, small.at(-1)]).toEqual([[], 'One quote does not fit into this message. The article has it in full.']);
    expect(lines).toEqual(['When did the clashes begin and go on?']);
    const answer = await ask('when did the clashes end');
    expect(displayed(answer.content).quotes).toEqual(['The clashes ended on Sunday.']);
    await alice.presses(answer, 'Show context');
    expect(displayed(answer.content).small.at(-1)).toBe('One quote does not fit into this message. The article has it in full.');
    const page = displayed((await alice.presses(answer, 'In the article')).original?.content ?? '');
    expect(page.bold).toContain('The clashes ended on Sunday.');
  });

  test('a summary counts the sentences that it shows, and not those that a message has no room for', async () => {
    const long = `The clashes began on Friday${' and they went on, and on'.repeat(90)}.`;
    const { alice, channel } = await open(articleOf(`${long}\n\nThe bridge opened again in 1984.`));
    const { quotes, lines, small } = displayed((await alice.asks(channel, 'summary')).original?.content ?? '');
    expect(quotes).toEqual(['The bridge opened again in 1984.']);
    expect([lines.at(-1), small.at(-1)]).toEqual([
      "1 of the article's 2 sentences, in its order; one is left out.",
      'One quote does not fit into this message. The article has it in full.',
    ]);
  });

  test('where a message has no room for its context, it stays as it is, and who pressed is told privately', async () => {
    const { alice, ask } = await open(articleOf(`It rained. The clashes began on Friday${' and they went on, and on'.repeat(76)}.`));
    const answer = await ask('when did the clashes begin');
    const before = answer.content;
    expect(before.length).toBeGreaterThan(1950);
    const told = (await alice.presses(answer, 'Show context')).original as Message;
    expect([answer.content, told.onlyFor, displayed(told.content).lines]).toEqual([before, alice.user, [wording.noRoom]]);
  });

  test('the longest question leaves the quote room', async () => {
    const sentence = `The clashes began on Friday ${'*'.repeat(600)} and went on.`;
    const { ask } = await open(articleOf(sentence));
    const { quotes } = displayed((await ask(`when did the clashes begin ${'*'.repeat(970)}`)).content);
    expect(quotes).toEqual([sentence]);
  });
});
