import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, quote, readArticle } from '../../../src/article/article.ts';
import { fragmentOf, linkTo } from '../../../src/article/link/link.ts';
import { readHtml } from '../../../src/formats/html.ts';
import { naiveFind } from './naive.ts';

const read = (text: string) => readArticle({ title: 'A text' }, text);

/** The fragment of the first sentence that begins so. */
function fragment(article: Article, begins: string, skip = 0): string | undefined {
  const found = article.sentences.filter(({ start }) => article.text.startsWith(begins, start))[skip];
  if (!found) throw new Error(`no sentence begins with "${begins}"`);
  return fragmentOf(article, found.index);
}

const LONG = 'The ferry took up its service again on Monday, after four months in the yard, and nobody on the quay was late for it.';

const FRAGMENTS: [what: string, text: string, begins: string, fragment: string | undefined][] = [
  ['a short sentence: all of it', 'It rained for hours. The boats were in by noon.', 'The', 'text=The%20boats%20were%20in%20by%20noon.'],
  [
    'marks that have a meaning in it',
    'It rained. Ropes, nets & co-owned boats were lost.',
    'Ropes',
    'text=Ropes%2C%20nets%20%26%20co%2Downed%20boats%20were%20lost.',
  ],
  [
    'a long sentence: its first and its last words',
    `It rained. ${LONG}`,
    'The ferry',
    'text=The%20ferry%20took%20up%20its%20service,the%20quay%20was%20late%20for%20it.',
  ],
  [
    'one whose first words others have, too: more of them',
    `The ferry took up its service again on Sunday, and nobody on the quay was late for it. ${LONG}`,
    'The ferry took up its',
    'text=The%20ferry%20took%20up%20its%20service,the%20quay%20was%20late%20for%20it.',
  ],
  [
    'one that would be found anywhere: what is beside it',
    'Was it wet there? No. They said so.',
    'No',
    'text=Was%20it%20wet%20there%3F-,No.',
  ],
  ['other letters', 'Es regnete. Über die Brücke fährt niemand.', 'Über', 'text=%C3%9Cber%20die%20Br%C3%BCcke%20f%C3%A4hrt%20niemand.'],
  ['white space as one space', 'It rained for hours. The  boats\twere in by noon.', 'The', 'text=The%20boats%20were%20in%20by%20noon.'],
  [
    'one that stands inside of a word before: browsers look for whole words',
    'Bonfire. Fire is hot and red today.',
    'Fire',
    'text=Fire%20is%20hot%20and%20red%20today.',
  ],
];

describe('the link to a sentence', () => {
  test.each(FRAGMENTS)('%s', (_what, text, begins, expected) => {
    expect(fragment(read(text), begins)).toBe(expected);
  });

  test('a sentence that stands there twice has what is before it, the second time', () => {
    const article = read('The first day was dry. The boats were in by noon. Then it rained all night. The boats were in by noon.');
    expect(fragment(article, 'The boats', 1)).toBe('text=it%20rained%20all%20night.-,The%20boats%20were%20in%20by%20noon.');
  });

  test('what nothing tells from its twin has none', () => {
    const article = read(`${'It rained on the boats. '.repeat(40)}`);
    expect([0, 20].map((index) => fragmentOf(article, index))).toEqual([expect.stringContaining('text='), undefined]);
  });

  test('accents and case make no difference to browsers', () => {
    const article = read('RESUME WORK AT NOON, THEY SAID. It rained for days. Résumé work at noon, they said.');
    expect(fragment(article, 'Résumé')).toContain('-,R%C3%A9sum%C3%A9');
  });

  test('a row goes from its first cell to its last, without the marks between them', async () => {
    const document = await readHtml('<table><tr><th>Who<th>Pays<tr><td>Dogs of any size<td>half the price</table>');
    if (typeof document === 'string' || 'kind' in document) throw new Error('refused');
    const article = readArticle({ title: '' }, document.text, document.blocks);
    const at = article.sentences.findIndex(({ answers }) => answers);
    expect(fragmentOf(article, at)).toBe('text=Pays-,Dogs%20of%20any%20size,half%20the%20price');
  });

  test('writing without spaces is cut at its words', () => {
    const article = read(`今日は雨です。${'昨日は港で祭りがあり、'.repeat(9)}人々は船を見ました。`);
    const found = fragmentOf(article, 1) ?? '';
    expect(decodeURIComponent(found)).toMatch(/^text=昨日は港.*,.*ました。$/u);
    expect(found.length).toBeLessThan(400);
  });

  test('a text with half a letter in it is one, too', () => {
    expect(fragmentOf(read('It rained \ud83d for hours.'), 0)).toBeUndefined();
  });

  test.each([
    ['https://example.org/a', 'https://example.org/a#:~:text=It%20rained%20for%20many%20hours.'],
    ['https://example.org/a#top', 'https://example.org/a#top:~:text=It%20rained%20for%20many%20hours.'],
    ['https://example.org/a#:~:text=sun', 'https://example.org/a#:~:text=It%20rained%20for%20many%20hours.'],
    ['ftp://example.org/a', undefined],
    [`https://example.org/${'a'.repeat(480)}`, undefined],
    [undefined, undefined],
  ])('on %s', (source, link) => {
    expect(linkTo(source, read('It rained for many hours.'), 0)).toBe(link);
  });
});

describe('whatever a text says', () => {
  const word = fc.constantFrom(...'a an the boat boats rain Rain old-boat x_y 3,5 it’s no 12 noon, über uber'.split(' '));
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 25 })
    .map((words) => `${words.join(' ').replace(/^\p{Ll}/u, (first) => first.toUpperCase())}.`);
  const text = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

  test('a browser that looks for a fragment finds its sentence first', () => {
    let [made, all] = [0, 0];
    fc.assert(
      fc.property(text, (paragraphs) => {
        const article = read(paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));
        for (const { index } of article.sentences) {
          const found = fragmentOf(article, index);
          all += 1;
          if (found === undefined) continue;
          made += 1;
          expect(naiveFind(article, found)).toBe(quote(article, index).text);
        }
      }),
      { numRuns: 300 },
    );
    expect(made / all).toBeGreaterThan(0.8);
  });

  test('any letters: a fragment is made or none, and what is made is a valid part of an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (any) => {
        const article = read(any);
        for (const { index } of article.sentences) {
          const link = linkTo('https://example.org/', article, index);
          if (link !== undefined) expect(new URL(link).href).toBe(link);
          expect(link ?? '').not.toMatch(/[\s<>]/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
