import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/document/markdown.ts';

/** Each block as its kind, its level and its content. */
const read = (text: string) =>
  readMarkdown(text).map(({ kind, level, content }) => `${kind}${level ?? ''}: ${text.slice(content.start, content.end)}`);

const READ: [what: string, text: string, blocks: string[]][] = [
  ['headings', '# Ferry #\n\nPrices\n---\n', ['heading1: Ferry', 'heading2: Prices']],
  ['a paragraph that is wrapped', 'Bicycles are taken along free of\ncharge.', ['paragraph: Bicycles are taken along free of\ncharge.']],
  [
    'items, nested and wrapped',
    '- Dogs\n  - small ones,\n    in a bag\n- Cats',
    ['item1: Dogs', 'item2: small ones,\n    in a bag', 'item1: Cats'],
  ],
  ['items with a number keep it', '3. Ring.\n4. [x] Wait.', ['item1: 3. Ring.', 'item1: 4. [x] Wait.']],
  ['a second paragraph of an item', '- Dogs\n\n  They pay half.', ['item1: Dogs', 'paragraph: They pay half.']],
  ['a table', '| To | Price |\n|---|---:|\n| Norrum | 12 |', ['header: To | Price', 'row: Norrum | 12']],
  ['a quotation', '> We are closed\n> on Mondays.\n\nHe said.', ['quotation: We are closed\n> on Mondays.', 'paragraph: He said.']],
  ['a list in a quotation', '> - Dogs\n> - Cats', ['item1: Dogs', 'item1: Cats']],
  ['code', '```sh\nnpm ci\nnpm start\n```\n\n    npm test', ['code: npm ci\nnpm start', 'code: npm test']],
  ['a line across', 'One.\n\n* * *\n\nTwo.', ['paragraph: One.', 'separator: ', 'paragraph: Two.']],
  [
    'where links lead',
    'See [rules].\n[rules]: https://example.com/rules',
    ['paragraph: See [rules].', 'reference: [rules]: https://example.com/rules'],
  ],
  ['a footnote', 'Yes.[^1]\n\n[^1]: In 1961.\n\n    By law.', ['paragraph: Yes.[^1]', 'paragraph: In 1961.', 'paragraph: By law.']],
  ['a comment', '<!-- to do -->\n\nText.', ['reference: <!-- to do -->', 'paragraph: Text.']],
  ['line ends of every kind', '# A\r\n\r\n- b\r- c\r\n', ['heading1: A', 'item1: b', 'item1: c']],
];

test.each(READ)('%s', (_what, text, blocks) => {
  expect(read(text)).toEqual(blocks);
});

const PIECES = [
  '# ',
  '- ',
  '1. ',
  '> ',
  '|',
  '|---|\n',
  '```\n',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '***',
  '---',
  '===',
  '[^1]: ',
  '[a]: /b',
  '<!--',
  '-->',
  '<p>',
  '![a](b)',
  '[',
  '](',
  '**',
  '`',
  'Word.',
  ' and',
  ' ',
];

test('whatever the text: the blocks are in order, cover all but white space, and what is quoted is inside', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  );
  const covers = (text: string) => {
    let at = 0;
    for (const { start, end, content } of readMarkdown(text)) {
      expect(text.slice(at, start).trim()).toBe('');
      expect(start).toBeGreaterThanOrEqual(at);
      expect(content.start).toBeGreaterThanOrEqual(start);
      expect(content.end).toBeGreaterThanOrEqual(content.start);
      expect(end).toBeGreaterThanOrEqual(content.end);
      at = end;
    }
    expect(text.slice(at).trim()).toBe('');
  };
  fc.assert(fc.property(texts, covers), { numRuns: 2000 });
});
