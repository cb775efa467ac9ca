import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { opensWithPronoun, withAntecedents } from '../../src/answering/antecedent.ts';
import { summarise } from '../../src/answering/summarise.ts';
import { quote } from '../../src/article/article.ts';
import { aleppo, marked, of } from '../indexed.ts';

const texts = (index: typeof aleppo, most: number, topic = '') => summarise(index, most, topic).map((at) => quote(index.article, at).text);

describe('a summary', () => {
  test('has as many sentences as were asked for, in the order of the article, and begins with its lead', () => {
    for (const most of [3, 5, 8]) {
      const sentences = summarise(aleppo, most, '');
      expect(sentences).toHaveLength(most);
      expect(sentences).toEqual([...new Set(sentences)].sort((a, b) => a - b));
      expect(sentences[0]).toBe(0);
    }
  });

  test('says nothing twice', () => {
    const twice = 'The red fox of Rome stole 2 hens on Monday.';
    expect(texts(of(`${twice} A cook in Paris wept. ${twice} Nobody saw it.`), 3).filter((text) => text === twice)).toHaveLength(1);
  });

  test('on a topic has only what bears on it, and nothing where there is nothing', () => {
    expect(texts(aleppo, 5, 'Damascus').every((text) => text.includes('Damascus'))).toBe(true);
    expect(texts(aleppo, 5, 'football')).toEqual([]);
    expect(texts(aleppo, 5, '?!')).toEqual([]);
  });

  test('rather says something else than nearly the same', () => {
    const fox = 'The red fox of Rome stole 2 hens on Monday.';
    const story = of(`${fox} The red fox of Rome then stole hens. A cook saw Bob Ray in Rome. Nobody else came that way.`);
    expect(summarise(story, 2, '')).toEqual([0, 2]);
  });

  test('on a topic has the sentence with the rarer of its words, also misspelt, and others of their family', () => {
    const story = of('A fox sat. A fox ate. Here a fox met an owl. Syrian troops met. It rained in Rome.');
    expect(summarise(story, 1, 'fox and owl')).toEqual([2]);
    expect(summarise(story, 3, 'Syria')).toEqual([3]);
    expect(summarise(aleppo, 5, 'Damascsu')).toEqual(summarise(aleppo, 5, 'Damascus'));
  });

  test('on a topic of a thousand words costs no more than on one of a few', () => {
    const nobody = Array.from({ length: 1000 }, (_, i) => `qzor${i.toString(36).replace(/\d/g, 'x')}bledan`).join(' ');
    expect(summarise(aleppo, 5, `Damascus ${nobody}`)).toEqual(summarise(aleppo, 5, 'Damascus'));
    expect(summarise(aleppo, 5, `${nobody} Damascus`)).toEqual([]);
  });

  test('of an article with fewer sentences is all of it', () => {
    expect(texts(of('One. Two.'), 5)).toEqual(['One.', 'Two.']);
  });

  test('never begins a thought in the middle, whatever the article', () => {
    const sentence = fc.constantFrom(
      'Ann came.',
      'He left.',
      'She saw 2 of them in Rome.',
      'They slept.',
      'Bob Ray won.',
      'Who knows?',
      '走了。',
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 15 }), fc.constantFrom(3, 5, 8), (sentences, most) => {
        const index = of(sentences.join(' '));
        const chosen = summarise(index, most, '');
        expect(chosen.length).toBeLessThanOrEqual(most);
        expect(chosen.length).toBeGreaterThan(0);
        for (const at of chosen)
          if (at > 0 && opensWithPronoun(quote(index.article, at).text))
            expect(chosen.filter((other) => other < at)).toEqual(expect.arrayContaining(withAntecedents(index, at)?.slice(1) ?? [-1]));
      }),
    );
  });
});

describe('a summary of a document', () => {
  const prose = [
    'paragraph: The ferry to Norrum runs since 1961.',
    'paragraph: Ann Lee of the harbour office runs it.',
    'paragraph: Dogs may come along.',
  ];
  const OTHERS = [
    ...[
      'title: Ferries of 1961',
      'byline: By Ann Lee',
      'heading: The ferry to Norrum',
      'caption: Photo: the ferry to Norrum in 1961, Ann Lee/Wire',
    ],
    ...['question: When does the ferry to Norrum run?', 'label: Norrum ferry:', 'reference: [1]: norrum.example', 'header: Ferry | Norrum'],
  ];

  test.each([...OTHERS, 'row: Norrum | 12 | Ann Lee', 'item: Ann Lee in Norrum: 12', 'code: norrum 1961 --ann-lee'])(
    'of prose has no %s',
    (other) => {
      const index = marked(other, prose[0] ?? '', other, prose[1] ?? '', other, prose[2] ?? '', other);
      expect(texts(index, 3)).toEqual(prose.map((line) => line.replace(/^\w+: /, '')));
      expect(texts(index, 3, 'the ferry to Norrum and Ann Lee and dogs')).toEqual(texts(index, 3));
    },
  );

  test.each<[string, string[], number[]]>([
    ['items where there is not prose enough', ['item: Bring 2 towels.', 'row: Ann Lee | Rome', 'paragraph: Tents are in Rome.'], [0, 2]],
    [
      'whole sentences before others',
      ['paragraph: Ann Lee of Rome, 2nd floor', 'paragraph: Ha! Tents are for rent.', 'paragraph: Hats are for sale.'],
      [2, 3],
    ],
    ['items where there is nothing else', ['heading: To bring', 'item: Bring 2 towels.', 'item: Bring Ann Lee.'], [1, 2]],
    ['rows where there is nothing else', ['title: Fares', 'header: Route | Fare', 'row: Rome | 2'], [2]],
    ['what there is where nothing may be quoted', ['heading: To bring'], [0]],
  ])('has %s', (_what, lines, chosen) => {
    expect(summarise(marked(...lines), 2, '')).toEqual(chosen);
  });
});

test('a summary on a topic has what has its words, and then what stands below a heading or a question that has them', () => {
  const index = marked(
    ...['paragraph: It rained.', 'heading: ## Fares', 'paragraph: Cats pay half.', 'paragraph: Dogs pay nothing.'],
    ...['heading: ## Food', 'paragraph: The fares are for the ferry alone.'],
  );
  expect(texts(index, 1, 'fares')).toEqual(['The fares are for the ferry alone.']);
  expect(texts(index, 5, 'fares')).toEqual(['Cats pay half.', 'Dogs pay nothing.', 'The fares are for the ferry alone.']);
});

describe('a sentence that begins with a pronoun', () => {
  const NAMED = 'heading: Thanks to Ann Lee, Bob Ray and Jo Day'; // so that it is known who is a name
  const MAYOR = 'paragraph: Mayor Ann Lee opened the pool on Monday.';
  test.each<[string, string[], number[] | undefined]>([
    ['comes with the one before it that names somebody', [MAYOR, 'paragraph: She swam.'], [2, 1]],
    [
      'comes with the nearest one that does, though others stand between',
      [MAYOR, 'paragraph: Nobody fell in.', 'paragraph: She swam.'],
      [3, 1],
    ],
    ['comes with one before those that begin likewise', [MAYOR, 'paragraph: She met Bob Ray.', 'paragraph: Her dog swam.'], [3, 1]],
    ['comes with what that needs in its turn', [MAYOR, 'paragraph: She met Bob Ray.', 'paragraph: He swam.'], [3, 2, 1]],
    [
      'comes with the one that says the whole name',
      ['paragraph: Ann Lee is the mayor.', 'paragraph: "The pool is cold," Lee said.', 'paragraph: Her dog swam.'],
      [3, 1],
    ],
    [
      'comes with the last name alone where somebody else is named since',
      [
        'paragraph: Ann Lee is the mayor.',
        'paragraph: Bob Ray swam.',
        'paragraph: "The pool is cold," said Lee.',
        'paragraph: Her dog swam.',
      ],
      [4, 3],
    ],
    ['does not come with a caption', [MAYOR, 'caption: Bob Ray at the pool.', 'paragraph: She swam.'], [3, 1]],
    ['does not come with a place', [MAYOR, 'paragraph: In Rome, London won.', 'paragraph: She swam.'], [3, 1]],
    ['can not be understood where nobody is named', ['paragraph: The pool was open.', 'paragraph: She swam.'], undefined],
    [
      'can not be understood where somebody was named long before',
      [MAYOR, ...Array(6).fill('paragraph: It rained.'), 'paragraph: She swam.'],
      undefined,
    ],
    ['that stands for a thing comes with the one before', [MAYOR, 'paragraph: It is warm.'], [2, 1]],
    ['that stands for a thing comes with the one before a caption', [MAYOR, 'caption: The pool.', 'paragraph: It is warm.'], [3, 1]],
    ['that stands for a thing can not be understood behind an item', [MAYOR, 'item: Ann Lee', 'paragraph: It is warm.'], undefined],
    ['that stands for a thing can not be understood behind a heading', [MAYOR, 'heading: The pool', 'paragraph: It is warm.'], undefined],
  ])('%s', (_what, lines, needed) => {
    const index = marked(NAMED, ...lines);
    expect(withAntecedents(index, lines.length)).toEqual(needed);
  });

  test('is left out of a summary where there is no room for what it needs', () => {
    const index = marked(NAMED, MAYOR, 'paragraph: She swam 2 miles with Jo Day in Rome in 1961.');
    for (const most of [1, 2, 3]) {
      const chosen = summarise(index, most, 'miles');
      expect(chosen).toEqual(most < 2 ? [] : [1, 2]);
    }
  });
});
