import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chooseArticle } from '../../src/article/choose.ts';
import { openDesk } from '../../src/desk.ts';
import { wording } from '../../src/wording.ts';
import { docx, p, pdf } from '../formats/made.ts';
import { predictable } from '../reader.ts';
import { piped } from './person.ts';

// What people have, from the file to what is printed. The reader goes by the words of a question, which headings and question lines have most of.
const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is printed when these lines are typed about a file; or what its host is told. */
async function talkAbout(file: string, holds: string | Uint8Array, lines: readonly string[]): Promise<string> {
  writeFileSync(join(folder, file), holds);
  const choice = await chooseArticle(folder, file);
  return choice.kind === 'article' ? piped(openDesk(choice.article, predictable()), lines) : wording.badArticle(choice);
}

const KILN = `# Kiln help

## Firing

### Why is my kiln smoking?

The first firing burns off the oil of the new bricks.

### How long does a firing take?

Allow nine hours.
`;

const BEES = `A life among bees

Marta Keel has kept bees on roofs for thirty years.

Q: How did you begin with bees?

A: My uncle left me two hives.

Q: Do the bees bother the neighbours?

A: Nobody has ever complained. They get a jar each.
`;

const TIDES = `---
title: Tides at Sandwick
---
The water in the bay is at its highest at these times. All of them are by the clock of the harbour.

## High water

| Day    | Morning | Evening |
|:-------|:-------:|--------:|
| Friday | 5:12    | 17:40   |
| Monday | 7:55    | 20:21   |

Those who swim should be back on the beach an hour later.
`;

const FLOOD = `Flood in the valley: live

18:40
The bridge at Ilford is closed to all traffic.

19:05
Forty guests of the mill hotel were led out over the roof.

19:30
The bridge at Ilford is open again.
`;

const PEBBLE = `# pebble

Pebble counts stones.

## Install

Clone the repository:

\`\`\`
git clone https://example.com/pebble.git
\`\`\`

Then open the folder, and run the installer in it.
`;

const PAGE = `<!doctype html><title>Fares</title><nav>Home</nav><main><h1>The ferry</h1><h2>Fares</h2><ul><li>Dogs ride free.</ul></main>`;

test.each<[what: string, file: string, holds: string | Uint8Array | Promise<Uint8Array>, asked: string, shown: readonly string[]]>([
  [
    "an FAQ: below a question, which has all the words of somebody's, stands its answer",
    'kiln.md',
    KILN,
    'Why is my kiln smoking?',
    [
      '> The first firing burns off the oil of the new bricks.',
      '  under "Firing" › "Why is my kiln smoking?"',
      '  Kiln help · paragraph 1, sentence 1',
    ],
  ],
  [
    'an interview: who answers a question is quoted, and not who asks it',
    'bees.txt',
    BEES,
    'How did she begin with bees?',
    ['> A: My uncle left me two hives.', '  under "Q: How did you begin with bees?"', '  bees · paragraph 2, sentence 1'],
  ],
  [
    'a table: a row, under its heading and what its columns are called',
    'tides.md',
    TIDES,
    'When is high water on Monday morning?',
    [
      '> Monday | 7:55    | 20:21',
      '  under "High water" › "Day | Morning | Evening"',
      '  Tides at Sandwick · paragraph 3, sentence 1',
      '  may answer this',
    ],
  ],
  [
    'a liveblog: an entry has its time',
    'flood.txt',
    FLOOD,
    'Is the bridge at Ilford open?',
    ['> The bridge at Ilford is open again.', '  19:30', '  flood · paragraph 3, sentence 1'],
  ],
  [
    'a manual: the command, and not the line that leads to it',
    'pebble.md',
    PEBBLE,
    'How do I clone the repository?',
    ['> git clone https://example.com/pebble.git', '  under "Install" › "Clone the repository:"', '  pebble · paragraph 3, sentence 1'],
  ],
  [
    'a text whose title is a heading, below which there is a line',
    'well.txt',
    'The well of Aske\n================\n\n## Drought\n\nThe well ran dry in *June*.\n\n- Ann saw it.\n- Bo did not.\n',
    'Who saw it?',
    ['> Ann saw it.', '  under "Drought"', '  The well of Aske · paragraph 2, sentence 1'],
  ],
  [
    'a page from the web: what a browser shows of it',
    'fares.html',
    PAGE,
    'Do dogs ride free?',
    ['> Dogs ride free.', '  under "Fares"', '  Fares · paragraph 1, sentence 1'],
  ],
  [
    'a Word document',
    'fares.docx',
    docx(p('The ferry', 'Title') + p('Fares', 'H1') + p('Dogs ride free.')),
    'Do dogs ride free?',
    ['> Dogs ride free.', '  under "Fares"', '  fares · paragraph 1, sentence 1'],
  ],
  [
    'a PDF, whatever it is called',
    'mill.txt',
    pdf([['The mill was built in 1790.']], { Title: 'The mill' }),
    'When was the mill built?',
    ['> The mill was built in 1790.', '  The mill · paragraph 1, sentence 1'],
  ],
])('%s', async (_what, file, holds, asked, shown) => {
  expect((await talkAbout(file, await holds, [asked])).split('\n')).toEqual([asked, ...shown, '']);
});

test('a summary has no captions, no credits and no lines that lead elsewhere', async () => {
  const text = `Lighthouse gets its lamp back

By Ines Moor

The lighthouse of Kall has had its old lamp back since Sunday.

[Photo: The lamp on its way up the tower]

The lamp was made in 1888 and weighs two tonnes.

Read more: How lighthouses work

Forty people of Kall carried it up the tower in parts.

Photograph: Ole Brand
`;
  const shown = await talkAbout('lamp.txt', text, ['/summary']);
  expect(shown.split('\n').filter((line) => line.startsWith('>'))).toEqual([
    '> The lighthouse of Kall has had its old lamp back since Sunday.',
    '> The lamp was made in 1888 and weighs two tonnes.',
    '> Forty people of Kall carried it up the tower in parts.',
  ]);
  expect(shown).toContain('All 3 sentences of the article.');
});

test.each([
  ['YAML', '---', 'headline: The well of Aske\nauthor:\n  - Ann Lee\n  - Bo Ray\ndate: 2024-05-03\nurl: https://example.com/well'],
  ['TOML', '+++', 'headline = "The well of Aske"\nauthor = ["Ann Lee", "Bo Ray"]\ndate = 2024-05-03\nurl = "https://example.com/well"'],
])('front matter in %s answers what is asked about the text itself', async (_what, fence, fields) => {
  const asked = ['Who wrote this?', 'When was it published?', 'What is it called?', 'Where is it from?', 'When did the well run dry?'];
  const shown = await talkAbout('well.md', `${fence}\n${fields}\n${fence}\nThe well of Aske ran dry in June.\n`, asked);
  expect(shown.split('\n').filter((line) => line.startsWith('>'))).toEqual([
    '> Ann Lee and Bo Ray',
    '> 2024-05-03',
    '> The well of Aske',
    '> https://example.com/well',
    '> The well of Aske ran dry in June.',
  ]);
  expect(shown).toContain("\n  from the article's header · byline\n");
  expect(shown).toContain('\n  The well of Aske, 3 May 2024 · paragraph 1, sentence 1\n');
});

test.each<[what: string, holds: string | Uint8Array, said: string]>([
  [
    'a PDF of scanned pages',
    pdf([[], []]),
    ' is a PDF with only pictures of its pages, such as a scan. Run text recognition (OCR) on it, or give the text.',
  ],
  [
    'a PDF that is cut short',
    pdf([['It rains.']]).subarray(0, 200),
    " is a PDF that can't be read: it is cut short or damaged. Download it again, or save it again as a PDF.",
  ],
  ['a picture', Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0', 'latin1'), ' is a picture. Give a file that holds the text as text.'],
])('%s that is called .txt is refused in words', async (_what, holds, said) => {
  expect(await talkAbout('notes.txt', holds, [])).toBe(`${join(folder, 'notes.txt')}${said}`);
});
