import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeMarkdown, readMarkdown } from '../../src/formats/markdown.ts';
import { takesAsLongAsItIsLarge } from '../growth.ts';

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
  ['lines that a backslash ends', 'Norrum\\\nMoy\\\nA \\\\', ['paragraph: Norrum', 'paragraph: Moy', 'paragraph: A \\\\']],
  ['items with a number keep it', '3. Ring.\n4. [x] Wait.', ['item1: 3. Ring.', 'item1: 4. [x] Wait.']],
  ['a second paragraph of an item', '- Dogs\n\n  They pay half.', ['item1: Dogs', 'paragraph: They pay half.']],
  ['a table', '| To | Price |\n|---|---:|\n| Norrum | 12 |', ['header: To | Price', 'row: Norrum | 12']],
  ['a quotation', '> We are closed\n> on Mondays.\n\nHe said.', ['quotation: We are closed\n> on Mondays.', 'paragraph: He said.']],
  ['whose words they are', '> We are closed.\n> — A. Poe', ['quotation: We are closed.', 'quotation: — A. Poe']],
  ['a list in a quotation', '> - Dogs\n> - Cats', ['item1: Dogs', 'item1: Cats']],
  ['code', '```sh\nnpm ci\nnpm start\n```\n\n    npm test', ['code: npm ci\nnpm start', 'code: npm test']],
  ['a line across', 'One.\n\n* * *\n\nTwo.', ['paragraph: One.', 'separator: ', 'paragraph: Two.']],
  [
    'where links lead',
    'See [rules].\n[rules]: https://example.com/rules',
    ['paragraph: See [rules].', 'reference: [rules]: https://example.com/rules'],
  ],
  ['a footnote', 'Yes.[^1]\n\n[^1]: In 1961.\n\n    By law.', ['paragraph: Yes.[^1]', 'paragraph: In 1961.', 'paragraph: By law.']],
  ['a row without a cell', '| To |\n|---|\n|  |\n| Norrum |', ['header: To', 'row: ', 'row: Norrum']],
  [
    'a line right under a table',
    '| To |\n|---|\n| Norrum |\nAll fares one way.',
    ['header: To', 'row: Norrum', 'paragraph: All fares one way.'],
  ],
  ['a pipe that is meant', '| a \\| b |\n|---|\n| c \\|', ['header: a \\| b', 'row: c \\|']],
  ['a line across right under prose', 'We are closed.\n---\nTwo.', ['paragraph: We are closed.', 'separator: ', 'paragraph: Two.']],
  [
    'prose that is indented',
    'Rules:\n\n    The harbour is closed, he said.',
    ['paragraph: Rules:', 'paragraph: The harbour is closed, he said.'],
  ],
  [
    'prose at the margin under an item',
    '- Dogs pay half.\nThe office is open.',
    ['item1: Dogs pay half.', 'paragraph: The office is open.'],
  ],
  ['a picture', '![boat](/boat.webp)\n\nText.', ['caption: boat', 'paragraph: Text.']],
  ['a picture that leads elsewhere', '[![boat](/boat.webp)](https://example.com)', ['caption: boat']],
  [
    'pictures that say nothing',
    '![](a.png)\n\n![build](b.svg) ![tests](c.svg)',
    ['reference: ![](a.png)', 'reference: ![build](b.svg) ![tests](c.svg)'],
  ],
  ['a box', '> [!NOTE]\n> Ring first.', ['quotation: Ring first.']],
  ['HTML', '<details>\n<summary>Fares</summary>\n\nText.\n\n</details>', ['paragraph: Fares', 'paragraph: Text.', 'reference: </details>']],
  ['a script', '<script>\nvar a = "b";\n</script>', ['reference: <script>\nvar a = "b";\n</script>']],
  ['a comment', '<!-- to do -->\n\nText.', ['reference: <!-- to do -->', 'paragraph: Text.']],
  ['line ends of every kind', '# A\r\n\r\n- b\r- c\r\n', ['heading1: A', 'item1: b', 'item1: c']],
];

test.each(READ)('%s', (_what, text, blocks) => {
  expect(read(text)).toEqual(blocks);
});

test('code that is too long for one answer is read in its pieces', () => {
  const long = Array.from({ length: 21 }, (_, k) => `line ${k}`).join('\n');
  expect(read(`\`\`\`\nnpm ci\n\n${long}\n\`\`\``)).toEqual(['code: npm ci', ...long.split('\n').map((line) => `code: ${line}`)]);
});

test('what is nested deeper than anybody writes is text', () => {
  expect(read(`${'>'.repeat(10_000)}a`)).toEqual([`quotation: ${'>'.repeat(9_961)}a`]);
  expect(read('- '.repeat(10_000))).toHaveLength(1);
});

const LONG: [piece: string, before?: string, behind?: string][] = [
  ...['[a]: b "\n', '| a ', '> a\n', '![a](b)', '[![a](b)](c) ', '- a\n  b\n', '[^a]: ', '```js\n', 'a|b\n-|'].map((piece): [string] => [
    piece,
  ]),
  [' ', 'a|b\n', 'x'],
  ['<a ', '<div>\n'],
];
test.each(LONG)('a text of %j takes as long as it is long', (piece, before = '', behind = '') => {
  takesAsLongAsItIsLarge(
    40_000,
    (size) => before + piece.repeat(size / piece.length) + behind,
    (text) => {
      readMarkdown(text);
      looksLikeMarkdown(text);
    },
  );
});

const MARKDOWN: [text: string, is: boolean][] = [
  ['Ferry\n\n## Rules\n\nNo dogs.', true],
  ['Run:\n```\nnpm ci\n```', true],
  ['To | Price\n---|---\nNorrum | 12', true],
  ['See [the rules](https://example.com/rules).', true],
  ['![boat](boat.webp)', true],
  ['See [rules].\r\n\r\n[rules]: https://example.com', true],
  ['Yes.[^1]\n\n[^1]: In 1961.', true],
  ['Ada wrote:\n> Is the boat free?\n>\n>> On Friday.', true],
  ['**Dogs** pay half.\n**Cats** pay nothing.\n**Birds** stay out.', false],
  ['- Dogs\n- Cats\n* Birds\n\n1. Ring.\n2. Wait.', false],
  ['The #harbour channel, **no** dogs.\n#quiet', false],
  ['He said [laughs](and left) that it "is [sic] so" [1].\n\n[Ames]: No.', false],
  ['A > B, and\n> is more.', false],
  ['** WATER **\n\n** WASPS **\n\n** RENTS **', false],
  ['To | Price\nNorrum | 12\n\n-----\n\n    Indented.', false],
];

test.each(MARKDOWN)('%j is Markdown: %s', (text, is) => {
  expect(looksLikeMarkdown(text)).toBe(is);
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
  fc.assert(fc.property(texts, covers), { numRuns: 500 });
});
