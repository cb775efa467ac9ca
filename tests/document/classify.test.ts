import { describe, expect, test } from 'vitest';
import { classify } from '../../src/document/classify.ts';
import { readLines } from '../../src/document/lines.ts';
import { outline } from '../../src/document/outline.ts';

/** The kinds of a text's blocks, each with its content. */
function kinds(text: string): string[] {
  return blocksOf(text).map(({ kind, content }) => `${kind}: ${text.slice(content.start, content.end)}`);
}

function blocksOf(text: string) {
  return classify(text, readLines(text, { start: 0, end: text.length }));
}

const PROSE = 'The quay was built of oak in the winter of 1841, and nobody has mended it since.';

const KINDS: [what: string, text: string, kinds: string[]][] = [
  ['a headline', `The quay is sinking\n\n${PROSE}`, ['title: The quay is sinking', `paragraph: ${PROSE}`]],
  [
    'a headline that asks',
    `Who mends the quay?\n\n${PROSE}\n\n${PROSE}`,
    ['title: Who mends the quay?', `paragraph: ${PROSE}`, `paragraph: ${PROSE}`],
  ],
  ['a dateline, which begins a paragraph', `LYMOUTH, May 3 (Wire) - ${PROSE}`, [`paragraph: LYMOUTH, May 3 (Wire) - ${PROSE}`]],
  [
    'a first line that says when and where',
    `Meeting, 14 May, 19.30, laundry room\n\n${PROSE}`,
    ['paragraph: Meeting, 14 May, 19.30, laundry room', `paragraph: ${PROSE}`],
  ],
  ['subheads', `${PROSE}\n\nHow it began\n\n${PROSE}`, [`paragraph: ${PROSE}`, 'heading: How it began', `paragraph: ${PROSE}`]],
  [
    'numbered headings',
    `${PROSE}\n\n2. The roof\n\n${PROSE}\n\nIII. The cellar\n\n${PROSE}`,
    [`paragraph: ${PROSE}`, 'heading: 2. The roof', `paragraph: ${PROSE}`, 'heading: III. The cellar', `paragraph: ${PROSE}`],
  ],
  ['a heading in capitals', `${PROSE}\n\nKNOWN FAULTS\n\n- It leaks`, [`paragraph: ${PROSE}`, 'heading: KNOWN FAULTS', 'item: It leaks']],
  [
    'a heading that is marked',
    `${PROSE}\n\n**Getting there**\n\n${PROSE}`,
    [`paragraph: ${PROSE}`, 'heading: **Getting there**', `paragraph: ${PROSE}`],
  ],
  [
    'a section and one in it',
    `${PROSE}\n\nGet in\n\nBy boat\n\n${PROSE}`,
    [`paragraph: ${PROSE}`, 'heading: Get in', 'heading: By boat', `paragraph: ${PROSE}`],
  ],
  [
    'what stands between two headings',
    `${PROSE}\n\nWhere\n\nThe old mill\n\nWhen\n\n${PROSE}`,
    [`paragraph: ${PROSE}`, 'heading: Where', 'paragraph: The old mill', 'heading: When', `paragraph: ${PROSE}`],
  ],
  [
    'short lines at the end, any of which may answer',
    `${PROSE}\n\nLeft behind\n\nTwo stoves and a spoon`,
    [`paragraph: ${PROSE}`, 'paragraph: Left behind', 'paragraph: Two stoves and a spoon'],
  ],
  [
    'a byline',
    `The quay\n\nBy Ada Brun, harbour correspondent | 3 May\n\n${PROSE}`,
    ['title: The quay', 'byline: By Ada Brun, harbour correspondent | 3 May', `paragraph: ${PROSE}`],
  ],
  [
    'a byline right below the title',
    'The old lamp\nby Ada Brun\n\nHe lit the lamp at nine,\nand slept.',
    ['title: The old lamp', 'byline: by Ada Brun', 'paragraph: He lit the lamp at nine,\nand slept.'],
  ],
  ['a byline before all else', `By THE WIRE\n${PROSE}`, ['byline: By THE WIRE', `paragraph: ${PROSE}`]],
  ['a title that begins as bylines do', `By the sea\n\n${PROSE}`, ['title: By the sea', `paragraph: ${PROSE}`]],
  [
    'words and pictures',
    `The quay\n\nWords Ada Brun · Pictures Tom Lenz\n\n${PROSE}`,
    ['title: The quay', 'byline: Words Ada Brun · Pictures Tom Lenz', `paragraph: ${PROSE}`],
  ],
  [
    'who reported',
    `${PROSE}\n\n(Reporting by Ada Brun; Editing by Tom Lenz)`,
    [`paragraph: ${PROSE}`, 'byline: (Reporting by Ada Brun; Editing by Tom Lenz)'],
  ],
  [
    'captions',
    `${PROSE}\n\nPhoto: Divers at the quay on Monday.\n\n[Image: The quay in 1900]\n\nThe quay at dusk. Photograph: T. Lenz`,
    [
      `paragraph: ${PROSE}`,
      'caption: Photo: Divers at the quay on Monday.',
      'caption: [Image: The quay in 1900]',
      'caption: The quay at dusk. Photograph: T. Lenz',
    ],
  ],
  [
    'what a text refers to, under that name, and what stands there under another',
    `${PROSE}\n\nReferences\n[1] Brun, A. The Quay. Lymouth.\n[2] "It sinks". The Herald. 4 May 1931.\n\nThanks\n[1] Ada\n[2] Tom`,
    [
      ...[`paragraph: ${PROSE}`, 'label: References', 'reference: [1] Brun, A. The Quay. Lymouth.'],
      ...['reference: [2] "It sinks". The Herald. 4 May 1931.', 'label: Thanks', 'item: [1] Ada', 'item: [2] Tom'],
    ],
  ],
  [
    'what leads elsewhere',
    `${PROSE}\n\nRead more: Five quays that sink\n\n[1] https://quay.example/1841`,
    [`paragraph: ${PROSE}`, 'caption: Read more: Five quays that sink', 'reference: [1] https://quay.example/1841'],
  ],
  [
    'what is said of photos, which is no caption',
    `${PROSE}\n\nPhotos: allowed without a flash\n\nSound: 48 kHz\nImage: 1920 × 1080`,
    [`paragraph: ${PROSE}`, 'paragraph: Photos: allowed without a flash', 'item: Sound: 48 kHz', 'item: Image: 1920 × 1080'],
  ],
  [
    'a question with its answer on the same line, which may be quoted',
    `${PROSE}\n\nQ: Dogs? A: no, never\nQ: How deep is it? A: Two metres.`,
    [`paragraph: ${PROSE}`, 'item: Q: Dogs? A: no, never', 'item: Q: How deep is it? A: Two metres.'],
  ],
  [
    'questions and answers with letters',
    'Q: Who built it?\nA: My aunt.\n\nQ: I lost my key\nA: Ask her.',
    ['question: Q: Who built it?', 'paragraph: A: My aunt.', 'question: Q: I lost my key', 'paragraph: A: Ask her.'],
  ],
  [
    'questions of an FAQ',
    `Can I bring a dog?\n\nOn a lead.\n\nKids?\n\nOf course they can come.`,
    ['question: Can I bring a dog?', 'paragraph: On a lead.', 'question: Kids?', 'paragraph: Of course they can come.'],
  ],
  [
    'a line marked as the questions are',
    '**Is it free?**\n\nYes.\n\n**I lost my key.**\n\nAsk Ada.\n\n**Is it safe?**\n\nNo.',
    [
      'question: **Is it free?**',
      'paragraph: Yes.',
      'question: **I lost my key.**',
      'paragraph: Ask Ada.',
      'question: **Is it safe?**',
      'paragraph: No.',
    ],
  ],
  [
    'programme lines under one another',
    `${PROSE}\n\n18.00 News\n18.30 The Quay. Ada finds a letter.\n19.15 Weather`,
    [`paragraph: ${PROSE}`, 'item: 18.00 News', 'item: 18.30 The Quay. Ada finds a letter.', 'item: 19.15 Weather'],
  ],
  [
    'subtitles',
    '1\n00:00:01,000 --> 00:00:04,000\nGood evening, and welcome\nto the show.\n\n2\n00:00:04,500 --> 00:00:07,200\nIt rains.',
    [
      ...['separator: ', 'label: 00:00:01,000 --> 00:00:04,000', 'paragraph: Good evening, and welcome\nto the show.'],
      ...['separator: ', 'label: 00:00:04,500 --> 00:00:07,200', 'paragraph: It rains.'],
    ],
  ],
  [
    'the names of stanzas',
    '[Chorus]\nRow me over, row me back\nThe penny is in my shoe',
    ['label: [Chorus]', 'item: Row me over, row me back', 'item: The penny is in my shoe'],
  ],
  [
    'where somebody lives, which answers',
    `Marta Kessel\n\nOarweg 4, Lymouth · 0555 0142\n\n${PROSE}`,
    ['title: Marta Kessel', 'paragraph: Oarweg 4, Lymouth · 0555 0142', `paragraph: ${PROSE}`],
  ],
  [
    'one question in a story',
    `${PROSE}\n\nWho would have thought it?\n\n${PROSE}`,
    [`paragraph: ${PROSE}`, 'paragraph: Who would have thought it?', `paragraph: ${PROSE}`],
  ],
  [
    'what somebody asks in a story',
    '"Who is there?"\n\nNobody answered.\n\n"Where are you?"\n\nA door fell shut.',
    ['paragraph: "Who is there?"', 'paragraph: Nobody answered.', 'paragraph: "Where are you?"', 'paragraph: A door fell shut.'],
  ],
  [
    'what somebody asks in a thread',
    'ada · Sat 21:50\nDoes the ferry run tomorrow?\n\ntom · Sat 22:05\nAt ten, I think.',
    ['label: ada · Sat 21:50', 'paragraph: Does the ferry run tomorrow?', 'label: tom · Sat 22:05', 'paragraph: At ten, I think.'],
  ],
  [
    'what was copied out of a chat',
    'Ada — Today at 21:50\ndoes the ferry run?\nTom — Today at 22:05\nyes\nat ten',
    ['label: Ada — Today at 21:50', 'paragraph: does the ferry run?', 'label: Tom — Today at 22:05', 'item: yes', 'item: at ten'],
  ],
  [
    'times alone over entries',
    `14:32\n\n${PROSE}\n\n14:10\n\n${PROSE}`,
    ['label: 14:32', `paragraph: ${PROSE}`, 'label: 14:10', `paragraph: ${PROSE}`],
  ],
  [
    'a time and what it was about, among times alone',
    `14:32\nThe ferry is in.\n\n14:10\nThe ferry is out.\n\n13:55 Roads\nThe bridge is shut.`,
    [
      ...['label: 14:32', 'paragraph: The ferry is in.', 'label: 14:10', 'paragraph: The ferry is out.'],
      ...['label: 13:55 Roads', 'paragraph: The bridge is shut.'],
    ],
  ],
  [
    'a date that answers',
    `When does it open?\n\n3 May\n\nWhat does it cost?\n\nNothing.`,
    ['question: When does it open?', 'paragraph: 3 May', 'question: What does it cost?', 'paragraph: Nothing.'],
  ],
  [
    'days over their entries',
    'DAY 1\n09:00 We leave. Fog.\n11:20 Rain.\n\nDAY 2\n08:00 Sunshine.',
    ['label: DAY 1', 'item: 09:00 We leave. Fog.', 'item: 11:20 Rain.', 'label: DAY 2', 'item: 08:00 Sunshine.'],
  ],
  [
    'speakers over what they say',
    `Mrs. Amy\n${PROSE}\n\nMr. Roper (Northgate)\nHear, hear.`,
    ['label: Mrs. Amy', `paragraph: ${PROSE}`, 'label: Mr. Roper (Northgate)', 'paragraph: Hear, hear.'],
  ],
  [
    'a sentence about a person, without a full stop',
    `Mr. Roper is away on Monday\n${PROSE}`,
    ['title: Mr. Roper is away on Monday', `paragraph: ${PROSE}`],
  ],
  ['a term over its definition', `${PROSE}\n\nBollard\n${PROSE}`, [`paragraph: ${PROSE}`, 'label: Bollard', `paragraph: ${PROSE}`]],
  [
    'terms over sentences with notes',
    'Islands\n\nName\nIt comes from a bird.[4]\n\nPeople\nThey left in 1931.[citation needed]\n\nBoats\nThere are two.[5][6]',
    [
      'title: Islands',
      'label: Name',
      'paragraph: It comes from a bird.[4]',
      'label: People',
      'paragraph: They left in 1931.[citation needed]',
      'label: Boats',
      'paragraph: There are two.[5][6]',
    ],
  ],
  [
    'chapters by their times, which are a list',
    'Show notes\n\n[00:00] Intro\n[02:15] Why bees swarm',
    ['title: Show notes', 'item: [00:00] Intro', 'item: [02:15] Why bees swarm'],
  ],
  [
    'an address, the first line of which begins with a number',
    '12 Mill Lane\nLymouth\n3 May 2020\n\nDear Ms Brun,',
    ['item: 12 Mill Lane', 'item: Lymouth', 'item: 3 May 2020', 'paragraph: Dear Ms Brun,'],
  ],
  [
    'for how many a dish is, over how long it takes',
    'Stew\n\nServes 8\nPrep: 20 minutes\nIn the oven: 2 hours',
    ['title: Stew', 'item: Serves 8', 'item: Prep: 20 minutes', 'item: In the oven: 2 hours'],
  ],
  [
    'articles of a law',
    `${PROSE}\n\nArt. 6 Leave\n1 It is paid.\n2 It is short.`,
    [`paragraph: ${PROSE}`, 'label: Art. 6 Leave', 'paragraph: 1 It is paid.', 'paragraph: 2 It is short.'],
  ],
  [
    'messages behind their dates',
    '12/03/2021, 18:23 - Ann: Who brings the tent?\n12/03/2021, 18:25 - Bo: I do. And the stove.',
    ['item: 12/03/2021, 18:23 - Ann: Who brings the tent?', 'item: 12/03/2021, 18:25 - Bo: I do. And the stove.'],
  ],
  [
    'a name over a short sentence',
    `${PROSE}\n\nContact\nWrite to ada@lymouth.example.`,
    [`paragraph: ${PROSE}`, 'label: Contact', 'paragraph: Write to ada@lymouth.example.'],
  ],
  [
    'names between lists',
    'Boats\n\nFast:\nCutter\n- two masts\nGig\n- six oars',
    ['title: Boats', 'lead-in: Fast:', 'label: Cutter', 'item: two masts', 'label: Gig', 'item: six oars'],
  ],
  [
    'what is asked over a line that answers',
    `${PROSE}\n\nWhat to bring\nBoots, two litres of water`,
    [`paragraph: ${PROSE}`, 'label: What to bring', 'paragraph: Boots, two litres of water'],
  ],
  [
    'points of an agenda',
    'Protokoll der Sitzung\n\nTOP 1: Begrüßung\nAda begrüßt alle.',
    ['title: Protokoll der Sitzung', 'label: TOP 1: Begrüßung', 'paragraph: Ada begrüßt alle.'],
  ],
  [
    'sections from the first line on',
    `§ 1 Boats\n\n${PROSE}\n\n§ 2 Fees\n\n${PROSE}`,
    ['heading: § 1 Boats', `paragraph: ${PROSE}`, 'heading: § 2 Fees', `paragraph: ${PROSE}`],
  ],
  ['a name over a list', 'Boats\n\nOld harbour\n- Ada\n- Tom', ['title: Boats', 'label: Old harbour', 'item: Ada', 'item: Tom']],
  [
    'what a list needs, over its steps',
    `${PROSE}\n\n2 quinces, 4 spoons of honey\n1. Halve them.\n2. Bake them.`,
    [`paragraph: ${PROSE}`, 'paragraph: 2 quinces, 4 spoons of honey', 'item: 1. Halve them.', 'item: 2. Bake them.'],
  ],
  [
    'lead-ins',
    'We ask for this:\n\n- A roof\n- A stove:\n  - with a pipe\n- Wood:',
    ['lead-in: We ask for this:', 'item: A roof', 'lead-in: A stove:', 'item: with a pipe', 'item: Wood:'],
  ],
  ['a colon with nothing below it', `${PROSE}\n\nI have to say:`, [`paragraph: ${PROSE}`, 'paragraph: I have to say:']],
  [
    'sentences of other scripts',
    '走了。\n\n他走了。\n\nयह है।\n\nAnn came.',
    ['paragraph: 走了。', 'paragraph: 他走了。', 'paragraph: यह है।', 'paragraph: Ann came.'],
  ],
  [
    'a value in the first line',
    'Opening hours: Mon–Fri 9–17\n\nIt is cold in there.',
    ['paragraph: Opening hours: Mon–Fri 9–17', 'paragraph: It is cold in there.'],
  ],
  [
    'a label with its value',
    `${PROSE}\n\nOpening hours: Mon–Fri 9–17\n\nThu: closed (training)\n\n${PROSE}`,
    [`paragraph: ${PROSE}`, 'paragraph: Opening hours: Mon–Fri 9–17', 'paragraph: Thu: closed (training)', `paragraph: ${PROSE}`],
  ],
  [
    'a programme line by itself',
    `${PROSE}\n\nSat 12:00 – The crocodile – Room 2\n\n${PROSE}`,
    [`paragraph: ${PROSE}`, 'paragraph: Sat 12:00 – The crocodile – Room 2', `paragraph: ${PROSE}`],
  ],
  [
    'how letters end',
    `Dear Ms Brun,\n\n${PROSE}\n\nWith kind regards, Tom Lenz\n\nPS. Come soon.`,
    ['paragraph: Dear Ms Brun,', `paragraph: ${PROSE}`, 'paragraph: With kind regards, Tom Lenz', 'paragraph: PS. Come soon.'],
  ],
  [
    'lines of a list without bullets',
    `${PROSE}\n\nNo flowers\nGifts to the rescue boat\nBring boots`,
    [`paragraph: ${PROSE}`, 'item: No flowers', 'item: Gifts to the rescue boat', 'item: Bring boots'],
  ],
  [
    'lines that are sentences',
    `${PROSE}\n\nIt was wet.\nNobody came.`,
    [`paragraph: ${PROSE}`, 'paragraph: It was wet.', 'paragraph: Nobody came.'],
  ],
  [
    'a talk, in which one asks',
    ['ANN: How heavy is it?', 'BO: Two tons.', 'ANN: I see.', 'BO: And the lid?', 'ANN: A third of it.'].join('\n'),
    [
      'question: ANN: How heavy is it?',
      'paragraph: BO: Two tons.',
      'paragraph: ANN: I see.',
      'question: BO: And the lid?',
      'paragraph: ANN: A third of it.',
    ],
  ],
];

describe('what blocks are', () => {
  test.each(KINDS)('%s', (_what, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  test('where headings are known, only what is marked is taken for another', () => {
    const text = 'Rules\n\nInstall it\n\nnpm ci\n\n**Trouble**\n\nNone.';
    const blocks = readLines(text, { start: 0, end: text.length });
    const known = classify(
      text,
      blocks.map((block, at) => (at === 0 ? { ...block, kind: 'heading', level: 2 } : block)),
    );
    expect(known.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 2],
      ['paragraph', undefined],
      ['paragraph', undefined],
      ['heading', 6],
      ['paragraph', undefined],
    ]);
  });

  test('the only heading of the first level, at the top, is the title', () => {
    const text = 'Rules\n\nOne.\n\nTwo.';
    const [first, ...others] = readLines(text, { start: 0, end: text.length });
    expect(classify(text, [{ ...first, kind: 'heading', level: 1 } as never, ...others]).map(({ kind }) => kind)).toEqual([
      'title',
      'paragraph',
      'paragraph',
    ]);
  });
});

const UNDER: [what: string, text: string, under: (number | undefined)[]][] = [
  ['a paragraph, a heading', `${PROSE}\n\nThe roof\n\n${PROSE}`, [undefined, undefined, 1]],
  [
    'a heading in a section, the section',
    `${PROSE}\n\n2. The roof\n\n2.1 Its tiles\n\n${PROSE}\n\n3. Boats\n\n${PROSE}`,
    [undefined, undefined, 1, 2, undefined, 4],
  ],
  ['an answer, its question', 'Q: Why?\nA: So.\n\nIt just is.\n\nQ: When?\nA: Now.', [undefined, 0, 0, undefined, 3]],
  ['items, their lead-in, which one paragraph ends', `We ask:\n\n- A roof\n- Wood\n\n${PROSE}`, [undefined, 0, 0, undefined]],
  [
    'an entry, its label, and that its heading',
    `${PROSE}\n\nComments\n\nada · Sat 21:50\nIt is fine, really.\n\ntom · Sun 9:10\nNo.`,
    [undefined, undefined, 1, 2, 1, 4],
  ],
  [
    'items of a list in another, the lead-in of theirs, and what goes on behind them that of the outer list',
    'We ask:\n\n- A stove:\n  - with a pipe\n  - a door\n- Wood\n- Tools:\n  - a saw\n- Oil\n\nThanks.',
    [undefined, 0, 1, 1, 0, 0, 5, 0, undefined],
  ],
  [
    'what is listed otherwise right below an item, that, until its own list goes on',
    '1.1 A boat needs oars.\n1.2 A boat is:\n(a) a raft;\n(b) a ship.\n1.3 A raft needs none.',
    [undefined, undefined, 1, 1, undefined],
  ],
  ['bullets right below a step, that', '1. You need:\n- a saw\n- oil\n2. Cut it.\n3. Oil it.', [undefined, 0, 0, undefined, undefined]],
  ['rows, their header', `${PROSE}\n\nWhat | Price\nMat | 3\nTowel | 2\n\n${PROSE}`, [undefined, undefined, 1, 1, undefined]],
  [
    'rows of a table that is drawn, their header, and that the label over it',
    `Boats\n\nPrices\n${PROSE}\n\n+----+----+\n| To | Fare |\n+====+====+\n| Holm | 7 |\n+----+----+`,
    [undefined, undefined, 1, undefined, 1, undefined, 4, undefined],
  ],
  ['rows below a rule, their header', 'Town   Boats\n-----  -----\nHolm   7\nMoe    9', [undefined, undefined, 0, 0]],
  [
    'what is said next in a talk, the question before it, and nothing after that',
    'ANN: How heavy is it?\nBO: Two tons.\nANN: I see.\nBO: And the lid?\nANN: A third.',
    [undefined, 0, undefined, undefined, 3],
  ],
];

describe('what blocks stand under', () => {
  test.each(UNDER)('%s', (_what, text, under) => {
    expect(outline(text, blocksOf(text))).toEqual(under);
  });
});
