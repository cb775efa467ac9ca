import { describe, expect, test } from 'vitest';
import { type Answered, answer, NO_TALK } from '../../src/answering/answer.ts';
import { openArticle } from '../../src/answering/open-article.ts';
import { readQuestion } from '../../src/answering/question.ts';
import { asksWhoSaid, asksWhoSaidThat, speakerOf } from '../../src/answering/who-said.ts';
import { quote, readArticle } from '../../src/article/article.ts';
import { type Known, predictable } from '../reader.ts';

const TEXT = `Governor Dana Holt won the state in June.
"The bridge is safe. It was never closed," the engineer Ruth Amsel told us. "Nobody asked me."
“It leaks. It always has. And they know it,” said Piet Vos, who rows there. He left at noon.
Nobody was hurt; “many are wet”, according to a passenger, Bea Lind.
"Why?" he asked.`;
const article = readArticle({ title: 'The bridge' }, TEXT);
const at = (words: string) => article.sentences.findIndex(({ index }) => quote(article, index).text.includes(words));

describe('the speaker of a sentence', () => {
  test.each([
    ['It was never closed', 'Ruth Amsel', 'stands in it'],
    ['The bridge is safe', 'Ruth Amsel', 'stands where its quotation ends'],
    ['Nobody asked me', 'Ruth Amsel', 'stands before a quotation that goes on'],
    ['It always has', 'Piet Vos', 'stands two sentences on'],
    ['many are wet', 'Bea Lind', 'may be whom it is according to'],
    ['Dana Holt', undefined, 'is nobody where nobody speaks'],
    ['He left at noon', undefined, 'is nobody behind the quotation'],
    ['"Why?"', undefined, 'has to have a name or a role'],
  ])('of "%s": %s, who %s', (words: string, speaker: string | undefined, _why: string) => {
    const found = speakerOf(article, at(words));
    expect(found).toBe(speaker === undefined ? undefined : at(speaker));
  });
});

test.each([
  ['who said that?', true, true],
  ['And who says so', true, true],
  ["who's that, that says it?", true, true],
  ['Who said the bridge is safe?', true, false],
  ['who told them about the leak', true, false],
  ['Who is Ruth Amsel?', false, false],
  ['What did Ruth Amsel say?', false, false],
])('%s', (question, who, that) => {
  expect([asksWhoSaid(question), asksWhoSaidThat(question)]).toEqual([who, that]);
});

describe('who said it', () => {
  const ask = async (question: string, known: readonly Known[], last?: number): Promise<Answered> => {
    const open = openArticle(article, predictable(...known));
    const read = readQuestion(open.index, question);
    if (read.kind !== 'question') throw new Error(read.kind);
    const talk = last === undefined ? NO_TALK : { turns: [{ question: 'and?', sentence: last }], quoted: [last] };
    return answer(open, read.question, talk, 'somebody');
  };
  const shown = ({ quotes, shown }: Answered) => quotes.slice(0, shown).map(({ quote }) => quote.index);

  test('is answered by the sentence that names the speaker, and the one that was found behind it', async () => {
    const given = await ask('Who said that the bridge is safe?', [{ asked: /safe/, says: 'The bridge is safe' }]);
    expect(shown(given)).toEqual([at('Ruth Amsel'), at('The bridge is safe')]);
  });

  test('"that" is what was quoted last', async () => {
    const given = await ask('who said that?', [{ asked: /who said/, says: 'Bea Lind' }], at('It leaks'));
    expect(shown(given)).toEqual([at('Piet Vos'), at('It leaks')]);
    expect(given.sure).toBe(true);
  });

  test('nobody is named for what nobody says', async () => {
    const given = await ask('who said that?', [{ asked: /who said/, says: 'Bea Lind' }], at('Dana Holt'));
    expect(given).toMatchObject({ kind: 'not in the article', shown: 0 });
  });
});
