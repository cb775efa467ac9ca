import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/document/classify.ts';
import { readLines } from '../../src/document/lines.ts';
import { outline } from '../../src/document/outline.ts';
import { takesAsLongAsItIsLarge } from '../growth.ts';

function blocksOf(text: string) {
  return readLines(text, { start: 0, end: text.length });
}

/** The blocks of a text, each as its kind and what is text in it. */
function read(text: string): string[] {
  return blocksOf(text).map(({ kind, content }) => `${kind}: ${text.slice(content.start, content.end)}`);
}

const WRAPPED =
  'The new timetable was made by the harbour office together\nwith the shipping companies, and it is valid from\nthe first of May.';

const TEXTS: [what: string, text: string, blocks: string[]][] = [
  ['a line each', 'One.\nTwo. Three.\n\nFour.', ['paragraph: One.', 'paragraph: Two. Three.', 'paragraph: Four.']],
  ['lines broken at a column', WRAPPED, [`paragraph: ${WRAPPED}`]],
  ['lines broken at a column, and a note', `${WRAPPED}[12]`, [`paragraph: ${WRAPPED}[12]`]],
  [
    'a list among lines broken at a column',
    `${WRAPPED}\n\n- Cats\n- Dogs pay half the\n  price\n\n${WRAPPED}`,
    [`paragraph: ${WRAPPED}`, 'item: Cats', 'item: Dogs pay half the\n  price', `paragraph: ${WRAPPED}`],
  ],
  ['a list that follows at once', `${WRAPPED}\n* Cats\n* Dogs`, [`paragraph: ${WRAPPED}`, 'item: Cats', 'item: Dogs']],
  ['a name over lines broken at a column', `Fares\n${WRAPPED}`, ['paragraph: Fares', `paragraph: ${WRAPPED}`]],
  [
    'two lines as long as the column of the others',
    `${WRAPPED}\n\nTickets are sold on board, as in other years, by Captain\nIngrid Sund.`,
    [`paragraph: ${WRAPPED}`, 'paragraph: Tickets are sold on board, as in other years, by Captain\nIngrid Sund.'],
  ],
  [
    'a list in small letters without bullets',
    'read the mail\nedit what others write, or hide it\njudge a quarrel they are part of',
    ['paragraph: read the mail', 'paragraph: edit what others write, or hide it', 'paragraph: judge a quarrel they are part of'],
  ],
  [
    'lines that each say what they are about',
    'new – a map of the whole harbour\nfixed – the bell rang at night.',
    ['paragraph: new – a map of the whole harbour', 'paragraph: fixed – the bell rang at night.'],
  ],
  [
    'a stanza, whose sentences run over its lines',
    'One bell, cracked in the frost,\nThat answered every shout.\nTwo oars. The third he burned\nrather than ask for a log.',
    ['paragraph: One bell, cracked in the frost,\nThat answered every shout.\nTwo oars. The third he burned\nrather than ask for a log.'],
  ],
  [
    'a stanza without full stops',
    'the boat is old\nthe sea is wide\nthe rope is cold',
    ['paragraph: the boat is old', 'paragraph: the sea is wide', 'paragraph: the rope is cold'],
  ],
  ['bullets', '- One\n• Two\n– Three\n→ Four\n•Five', ['item: One', 'item: Two', 'item: Three', 'item: Four', 'item: Five']],
  [
    'ticks and boxes, which say something',
    '✔ Theft\n✘ Rust\n[x] Done\n[ ] Open',
    ['item: ✔ Theft', 'item: ✘ Rust', 'item: [x] Done', 'item: [ ] Open'],
  ],
  [
    'numbers that count on',
    '1. Halve them.\n2. Bake them.\n\n(a) hot\n(b) cold\n\n4.1 Snakes, no.\n4.2 Cats, yes.',
    ['item: 1. Halve them.', 'item: 2. Bake them.', 'item: (a) hot', 'item: (b) cold', 'item: 4.1 Snakes, no.', 'item: 4.2 Cats, yes.'],
  ],
  ['a number alone', '7. No dogs. No cats either.', ['paragraph: 7. No dogs. No cats either.']],
  [
    'a number that a line broken at a column begins with',
    'It happened in the small hours of the third of May, on page\n12. The rest was torn out by somebody, and nobody has ever\nfound it.',
    [
      'paragraph: It happened in the small hours of the third of May, on page\n12. The rest was torn out by somebody, and nobody has ever\nfound it.',
    ],
  ],
  [
    'separators',
    'One.\n\n* * *\n\nTwo.\n\n-----\n\n⁂\n\n--\nAda',
    ['paragraph: One.', 'separator: ', 'paragraph: Two.', 'separator: ', 'separator: ', 'separator: ', 'paragraph: Ada'],
  ],
  [
    'pipes',
    'Who | What | When\nAda | signs | 31 May\nTom | pays | later',
    ['header: Who | What | When', 'row: Ada | signs | 31 May', 'row: Tom | pays | later'],
  ],
  ['pipes at both ends, and a rule', '| Fare | Card |\n|---|---|\n| 74 | 520 |', ['header: Fare | Card', 'separator: ', 'row: 74 | 520']],
  [
    'a first row with figures in it, which names no columns',
    'Ada Brun (Harbour List)    8,214   43 %\nTom Holm (Quay Party)      6,950   36 %',
    ['row: Ada Brun (Harbour List)    8,214   43 %', 'row: Tom Holm (Quay Party)      6,950   36 %'],
  ],
  ['an empty corner', '| | Single | Card\nAdult | 74 | 520', ['header: Single | Card', 'row: Adult | 74 | 520']],
  [
    'a table that names no columns',
    'Load | 60 kg\nFrame | steel\nColours | moss, brick',
    ['row: Load | 60 kg', 'row: Frame | steel', 'row: Colours | moss, brick'],
  ],
  [
    'hours, whose first row has none',
    'Mon        closed\nTue–Thu    9–18\nFri        9–20',
    ['row: Mon        closed', 'row: Tue–Thu    9–18', 'row: Fri        9–20'],
  ],
  [
    'numbers below words',
    'Town      Boats   Cranes\nSkarvik   12      3\nHolm      7       1',
    ['header: Town      Boats   Cranes', 'row: Skarvik   12      3', 'row: Holm      7       1'],
  ],
  [
    'a name too long for its column',
    'Moe          9\nBrun         7\nVan der Lüdersen 4\nLenz         1',
    ['row: Moe          9', 'row: Brun         7', 'row: Van der Lüdersen 4', 'row: Lenz         1'],
  ],
  ['rows of dots', 'wood ........ 41%\ncutting ..... 22%', ['row: wood ........ 41%', 'row: cutting ..... 22%']],
  [
    'what a spreadsheet writes',
    'name,age,city\nAda,34,Lymouth\n"Lenz, Tom",1200,Holm',
    ['header: name,age,city', 'row: Ada,34,Lymouth', 'row: "Lenz, Tom",1200,Holm'],
  ],
  [
    'numbers with commas in prose',
    'They sold 1,200,000 eggs in 2001.\nThey sold 2,300,000 eggs in 2002.',
    ['paragraph: They sold 1,200,000 eggs in 2001.', 'paragraph: They sold 2,300,000 eggs in 2002.'],
  ],
  ['a pipe in one line', 'By Ada Brun | 3 May\n\nIt leaks.', ['paragraph: By Ada Brun | 3 May', 'paragraph: It leaks.']],
  [
    'two spaces in prose',
    'Nor were  his assets in the south a source of money for anybody there.\nWhen  he lived in the south, he owned a number of houses and boats.',
    [
      'paragraph: Nor were  his assets in the south a source of money for anybody there.',
      'paragraph: When  he lived in the south, he owned a number of houses and boats.',
    ],
  ],
];

describe('the blocks of plain text', () => {
  test.each(TEXTS)('%s', (_what, text, blocks) => {
    expect(read(text)).toEqual(blocks);
    expect(read(text.replaceAll('\n', '\r\n')).map((block) => block.replaceAll('\r\n', '\n'))).toEqual(blocks);
  });

  test('items are as deep as they are indented', () => {
    const levels = blocksOf('- a\n  - b\n    - c\n  - d\n- e\n\nText.\n\n  - f').map(({ level }) => level);
    expect(levels).toEqual([1, 2, 3, 2, 1, undefined, 1]);
  });

  test('a part of a text is read, and its places are those of the text', () => {
    const text = 'Not this.\n- One\n- Two\nNor this.';
    expect(
      readLines(text, { start: 10, end: 21 }).map(({ start, end, content }) => [start, end, text.slice(content.start, content.end)]),
    ).toEqual([
      [10, 15, 'One'],
      [16, 21, 'Two'],
    ]);
  });
});

const pieces = fc.constantFrom(
  ...[
    '- ',
    '* ',
    '1. ',
    '2. ',
    '(a) ',
    '[x] ',
    ' | ',
    '|',
    '\t',
    '   ',
    ' · ',
    ' – ',
    '....',
    ': ',
    '?',
    '.',
    '!',
    ',',
    '---',
    '* * *',
    '**',
    '(',
    ')',
    '“',
  ],
  ...[
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u2028',
    ' ',
    'Q: ',
    'A: ',
    'Photo: ',
    'By Ada Brun',
    '14:32',
    'Sat',
    '3 May',
    'DAY 1',
    'Mr. Roper',
  ],
  ...[
    'The roof',
    'KNOWN FAULTS',
    'the roof leaks',
    'It was wet',
    'Who',
    'chapter 1',
    'https://quay.example',
    'שלום',
    '船很旧',
    '👋',
    '\u00AD',
    '\uD83D',
  ],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

test('blocks cover a text in its order, with white space between them, and what is text in them is inside', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const blocks = classify(text, blocksOf(text));
      let at = 0;
      for (const { start, end, content } of blocks) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(text.slice(at, start).trim()).toBe('');
        expect([content.start >= start, content.end >= content.start, content.end <= end, end > start]).toEqual([true, true, true, true]);
        expect(text.slice(content.start, content.end).trim()).toBe(text.slice(content.start, content.end));
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
      for (const [place, under] of outline(text, blocks).entries()) expect(under ?? -1).toBeLessThan(place);
    }),
    { numRuns: 500 },
  );
});

const LARGE: [what: string, of: (size: number) => string][] = [
  ['a line of words', (size) => 'word '.repeat(size / 5)],
  ['a line of spaces', (size) => `a${' '.repeat(size)}b`],
  ['a line of pipes', (size) => 'a | '.repeat(size / 4)],
  ['a line of hyphens', (size) => `${'-'.repeat(size)}x`],
  ['many lines', (size) => 'abc\n'.repeat(size / 20)],
  ['many headlines', (size) => 'Abc def\n\n'.repeat(size / 20)],
  ['many questions', (size) => 'Why?\n\n'.repeat(size / 20)],
  ['many times', (size) => '14:32\n'.repeat(size / 20)],
  ['tables of many columns', (size) => `${'cell | '.repeat(size / 2000)}\n`.repeat(50)],
  ['lists in lists', (size) => Array.from({ length: Math.sqrt(size) }, (_, depth) => `${' '.repeat(depth)}- x`).join('\n')],
  ['digits', (size) => `${'1'.repeat(60)}\n\n`.repeat(size / 60)],
];

describe('time grows with the text', () => {
  test.each(LARGE)('%s', (_what, of) => {
    takesAsLongAsItIsLarge(200_000, of, (text) => classify(text, blocksOf(text)));
  });
});
