import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle } from '../../src/article/article.ts';
import { takesAsLongAsItIsLarge } from '../growth.ts';

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
  'P.S. The key is with the porter. | P.P.S. It rains.',
  'Q1. What does it cost? | A1. Four euros.',
  'OLD TOM. I have time. | You have none.',
  'MIT. | The logo is not. | NO DOGS. | NO CATS. | OK. | So be it.',
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
  'It was dry.[citation needed] | It rained.[a] | Then it stopped.[note 2] | All left.',
  'It is old.[1,2] | It is tall.[3-4] | It is red.[5], [6] | It is here. [7] | It is gone.[8]: 23 | That is all.',
  '[1] Smith wrote it. | [2] Jones did not.',
  'It is old.¹ | It is tall.²³ | It is red.† | It is gone.',
  'See it. | ![A boat](boat.png) It is red. | ![A ship](b) It is blue. | ![boat](c) So there.',
  'It is there.[see here](b) So is that. | [This link](b) leads to it.',
  '*It is old.* | _It is tall._ | **It is red.** | It is gone.* | That is all.',
  '« Oui ? » dit-il. | « Non. » | Elle rit. | « Bien ! » | Il partit.',
  '„Ja?“ fragte er. | „Nein.“ | Sie ging. | »Gut.« | Er blieb.',
  '“Is it true?” Ann Smith asked. | “Is it?” | He did not know. | “No!” | She left.',
  '「はい。」 | 彼は言った。',
  // numbers
  'They left at noon. | 20 people stayed. | $5 million was spent in 2012. | 300 came.',
  'The village (pop. 1,204) is old (est. 1850). | See ch. 5 and pg. 7.',
  'The office is at 12 Elm St. | The old one in St. Paul is closed.',
  'It opens at 8 a.m. | Patients need a card. | It closes at 2 p.m. Monday. | It opens at 10 a.m. Jan. 5 and at 9 p.m. EST.',
  '8:20 a.m. Noise on Elm Street. | Nobody was there.',
  'See v1.2. | Then open file.txt. | Write to a.b@example.org for it. | Go to https://example.com/a.b?c=d. | It is 5 °C. | Doors are shut.',
  // words that are abbreviations only with a capital letter
  'He fell ill. | Doctors came. | I am. | Dogs are. | They sat. | People saw the sun. | Planets move.',
  'Charles V. | The king went to C. Smith and J. I. Packer.',
  'Yahoo! Inc. grew. | Yahoo! | The site is old.',
  // other languages
  'Am 3. Mai kam Dr. Lang, z. B. mit Musik, in das Haus. | Das kostete 2,4 Mio. Euro. | Der 1. Vorsitzende kam am 12. Januar.',
  'Im 19. Jahrhundert, d. h. Jahre vor Ludwig XIV. König von Frankreich, war es so. | Es waren 12. | Das ist auf Platz 3. | Bayern war 44 v. Chr. | Der Rest usw. | Die Lindenstr. 5 u. a. Straßen.',
  'La Sra. García y Ud. van a EE. UU. | El otro no. | Fue al mar. | Luego volvió a las 5 p. m. | Los demás no.',
  'M. Dupont et Mme Martin sont là. | Vers 50 av. J.-C. César gagna. | Vers 52 av. J.-C. | Les autres non. | Il est à l’est. | Nous non.',
  'Il sig. Rossi e la dott. Bianchi sono qui. | Il prof. Verdi, per es. Carlo, non è con loro.',
  'O Sr. Silva e a Sra. Costa não estão na Av. Paulista. | Ela vive em São Paulo.',
  'De heer en mevr. Bakker zijn er niet, o.a. Anna en bijv. Piet. | Het was van hen enz. | Daar is het.',
  'Он жил в г. Москва, ул. Ленина, в 1999 г. | Он ушёл и т. д. | Это был А. С. Пушкин.',
  'Ήρθε και έφυγε; | Δεν είναι εδώ.',
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

  test('no sentence begins with a reference mark or ends before one that stands at its full stop', () => {
    const mark = fc.constantFrom('[1]', '[2,3]', '[a]', '[note 1]', '[citation needed]', '²', '†');
    const sentence = fc.constantFrom('It rained.', 'Was it dry?', 'They came!', '20 ships left.', 'He left in 1999.', '“Ann sang.”');
    const sentences = fc.array(
      fc.tuple(sentence, fc.array(mark, { maxLength: 3 })).map(([text, marks]) => text + marks.join('')),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(sentences, (all) => {
        expect(sentencesOf(all.join(' '))).toEqual(all);
      }),
    );
  });

  test.each(['Yahoo! Inc. ', 'ends.[1] ', 'z. B. ', '! (', '.[1', '. »', 'A. ', '"?', '[1] '])(
    'ten times as many %j take about ten times as long',
    (piece) => {
      takesAsLongAsItIsLarge(10_000, (count) => `${piece.repeat(count)}The end`, sentencesOf);
    },
  );

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
