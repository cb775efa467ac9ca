import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, readArticle } from '../../src/article/article.ts';
import { headingsOn, inPages, pageOf, pagesOf } from '../../src/article/pages.ts';
import { marked } from '../indexed.ts';

const REAL = readFileSync('content/aleppo-2012.txt', 'utf8');

const black = (text: string) => text.replace(/\s/g, '');
const shownOn = (article: Article) => pagesOf(article).map((page) => page.map(({ start, end }) => article.text.slice(start, end)));

/** Lines of documents: what may be quoted of them, and what stands around it. */
const line = fc
  .tuple(
    fc.constantFrom('title', 'heading', 'paragraph', 'item', 'row', 'header', 'caption', 'question', 'lead-in', 'quotation', 'separator'),
    fc.constantFrom('', '- ', '## ', '| '),
    fc.constantFrom('A', 'It rains. Nobody came! ', `${'Long words. '.repeat(200)}`, 'x'.repeat(4000), '走'.repeat(900), '***'),
  )
  .map(([kind, mark, text]) => `${kind}: ${mark}${text.trim()}`);

/** Rough pieces of the real article, cut and put together anywhere. */
const realTexts = fc
  .array(fc.tuple(fc.nat(REAL.length), fc.nat(900)), { minLength: 1, maxLength: 12 })
  .map((cuts) => readArticle({ title: '' }, cuts.map(([at, length]) => REAL.slice(at, at + length)).join('\n')));

describe('the pages of an article', () => {
  test.each<[string, fc.Arbitrary<Article>]>([
    ['of any document', fc.array(line, { maxLength: 25 }).map((lines) => marked(...lines).article)],
    ['of real text', realTexts],
  ])('%s hold all of it but white space, once and in its order, and each sentence is where it is said to be', (_what, articles) => {
    fc.assert(
      fc.property(articles, (article) => {
        const pages = pagesOf(article);
        expect(black(shownOn(article).flat().join(''))).toBe(black(article.text));
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0);
          expect(page.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThanOrEqual(1500);
        }
        for (const { index, start } of article.sentences) {
          const page = pages[(pageOf(article, index) ?? 0) - 1] ?? [];
          expect(page.some((one) => one.start <= start && start < one.end)).toBe(true);
        }
      }),
    );
  });

  test('show blocks as they are published, with the numbers of those that may be quoted', () => {
    const { article } = marked(
      'heading: ## Rules',
      'paragraph: It rains. It pours.',
      'item: - No dogs',
      'item: - No cats',
      'separator: * * *',
    );
    expect(shownOn(article)).toEqual([['## Rules', 'It rains. It pours.', '- No dogs', '- No cats', '* * *']]);
    expect(pagesOf(article)[0]?.map(({ paragraph, listed }) => [paragraph, listed])).toEqual([
      [undefined, false],
      [1, false],
      [2, false],
      [3, true],
      [undefined, false],
    ]);
  });

  test('are named by the headings between which they run', () => {
    const long = `paragraph: ${'It rained and rained. '.repeat(40)}`;
    const { article } = marked(
      ...['title: Harbour', long, 'heading: # **Opening hours:**', long, 'heading: Prices', long, long, 'heading: Parking'],
      ...['paragraph: Nowhere.', 'heading: Dogs', 'paragraph: None.'],
    );
    expect(pagesOf(article).map((page) => headingsOn(article, page))).toEqual([
      ['Opening hours'],
      ['Opening hours', 'Prices'],
      ['Prices', 'Dogs'],
    ]);
  });

  test('are there for sentences of the article alone', () => {
    expect(pageOf(readArticle({ title: '' }, 'One.'), 1)).toBeUndefined();
  });
});

test('things by pages are as many as there is room for, and at least one', () => {
  const text = 'x'.repeat(9000);
  const things = [400, 400, 400, 400, 5000, 10, 10].map((length) => ({ start: 0, end: length }));
  expect(inPages(text, things).map((page) => page.map(({ end }) => end))).toEqual([[400, 400, 400], [400], [5000], [10, 10]]);
});
