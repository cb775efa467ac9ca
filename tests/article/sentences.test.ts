import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';

/** A text with "|" where its sentences end; white space around it is not theirs. */
const SENTENCES = [
  // abbreviations and initials
  'He met Dr. Smith at noon. | She did not.',
  'Mr. and Mrs. Brown left. | They went home.',
  'U.S. Rep. Tony Hall of the U.S. Senate spoke. | He sat down.',
  'He lives in the U.S. | The others do not.',
  'J. K. Rowling and George W. Bush met. | Nobody knew.',
  'It opens at 5 p.m. | It closes at 11 p.m. Friday.',
  'Roe v. Wade (c. 1973) says so on pg. 5. | It has been cited since.',
  'See No. 5 for that. | He said no. | She said yes.',
  'Acme Inc. Chairman Bob Ray quit. | Acme Inc. | It is gone.',
  'It happened on Jan. 5 and on Nov. 13. | Then it stopped.',
  'Some fruit, e.g. Apples, i.e. Pomes, are red. | Others are not.',
  // quotations
  '"Is it true?" he asked. | "No!" she said. | He left.',
  '"He came. | He saw," she said.',
  'He said "never." | She believed him.',
  '“走吧。” | 他走了！ | “好。”',
  // ellipses, numbers, lists, brackets, citations
  'Wait… What? | No... | Really.',
  'And then... he left. | So did she.',
  'It cost 3.5 million. | Version 2.0.1 came out.',
  '1. First item. | 2. Second item.',
  'This is so. (It really is.) | That is not.'.replace('. (', '. | ('),
  'It was in France.[1] | It was in Spain.[2][3] | That is all.',
  // dirty text
  'They fought from inside.The clashes went on. | It ended in 2012.Then they left.'
    .replace('inside.', 'inside.|')
    .replace('2012.', '2012.|'),
  'Until recently,Aleppo,Syrias largest city,was calm. | It didnt last',
  'See www.example.com for more. | Or do not.',
  'What?! | No way!! | OK',
  // other scripts
  'यह है। | वह था।',
  'هل هذا صحيح؟ | نعم. | لا.',
  '他说好。 | 她走了！ | 是吗？',
  'Она пришла. | Он ушёл.',
  'Ήρθε. | Έφυγε.',
  'สวัสดีครับ',
];

describe('sentences', () => {
  test.each(SENTENCES)('%s', (marked) => {
    const pieces = marked.split(/\s*\|/);
    const text = pieces.join('');
    expect(sentencesOf(text)).toEqual(pieces.map((piece) => piece.trim()));
  });

  test('a million characters without an end are one sentence', () => {
    expect(sentencesOf('word '.repeat(200_000))).toHaveLength(1);
  });

  test('a paragraph longer than what is read at once has the sentences of its parts', () => {
    const sentences = Array.from(
      { length: 3000 },
      (_, i) => `This is sentence ${i} of a long paragraph${i % 7 === 0 ? ', as Dr. Who said' : ''}.`,
    );
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });
});

const PARAGRAPHS: [what: string, text: string, paragraphs: number[]][] = [
  ['a line each', 'One.\nTwo. Three.\n\nFour.', [1, 2, 2, 3]],
  ['CRLF', 'One.\r\nTwo.\r\n\r\nThree.', [1, 2, 3]],
  ['lines broken at a column, paragraphs by blank lines', 'One begins here and\ngoes on. Two is\nshort.\n\nThree is\nlast.', [1, 1, 2]],
  ['no full stop anywhere', 'one line is\nhere and one\nthere', [1, 2, 3]],
  ['a headline, which is no paragraph', 'A headline\nThe first sentence.\nThe second one.', [1, 1, 2]],
];

describe('paragraphs', () => {
  test.each(PARAGRAPHS)('%s', (_what, text, paragraphs) => {
    expect(readArticle({ title: '' }, text).sentences.map(({ paragraph }) => paragraph)).toEqual(paragraphs);
  });

  test('a sentence is counted in its paragraph', () => {
    const places = readArticle({ title: '' }, 'One. Two.\nThree.').sentences.map(({ paragraph, sentence }) => [paragraph, sentence]);
    expect(places).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
    ]);
  });
});

function sentencesOf(text: string): string[] {
  return readArticle({ title: '' }, text).sentences.map(({ start, end }) => text.slice(start, end));
}
