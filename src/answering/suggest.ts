import { quote } from '../article/article.ts';
import { answer } from './answer.ts';
import type { ArticleIndex, IndexedSentence } from './article-index.ts';
import type { FourW } from './asks.ts';
import { isCalendarWord } from './figures.ts';
import { names, spanOf } from './phrases.ts';
import { SPEECH } from './question.ts';

/** Questions are made of at most this many sentences, so that the longest article costs no more. */
const SENTENCES = 60;

/**
 * Questions that the article answers with the sentence that they were made of: about its people, its places and its dates in turn.
 * @param asks the W behind whose command they are to be asked
 */
export function suggest(index: ArticleIndex, most: number, asks?: FourW): string[] {
  const made = { who: new Set<string>(), where: new Set<string>(), when: new Set<string>() };
  const enough = () => Object.values(made).every(({ size }) => size * 3 >= most);
  for (const [at, sentence] of index.sentences.slice(0, SENTENCES).entries()) {
    if (enough()) break;
    for (const { kind, question } of questionsFrom(index, sentence, quote(index.article, at).text))
      if (made[kind].size < most && !made[kind].has(question) && isAnsweredBy(index, question, at, asks)) made[kind].add(question);
  }
  const lists = [[...made.who], [...made.where], [...made.when]];
  return Array.from({ length: most }, (_, turn) => lists.flatMap((list) => list[turn] ?? []))
    .flat()
    .slice(0, most);
}

function questionsFrom(
  index: ArticleIndex,
  sentence: IndexedSentence,
  text: string,
): { kind: 'who' | 'where' | 'when'; question: string }[] {
  const questions: { kind: 'who' | 'where' | 'when'; question: string }[] = [];
  for (const run of names(index, sentence.words, text)) {
    const { start, end } = spanOf(sentence.words, run);
    const name = text.slice(start, end);
    const [before, after] = [sentence.words[run.from - 1], sentence.words[run.to]];
    const speaks = [before, after, sentence.words[run.from - 2]].some((word) => word && SPEECH.has(word.stem));
    if ((speaks && !PART_OF.test(before?.form ?? '')) || ROLE.test(before?.form ?? ''))
      questions.push({ kind: 'who', question: run.to - run.from > 1 ? `Who is ${name}?` : `What did ${name} say?` });
    if (before?.form === 'in') questions.push({ kind: 'where', question: `What happened in ${name}?` });
  }
  for (const [i, { form, text: word }] of sentence.words.entries()) {
    const next = sentence.words[i + 1];
    if (next && /^(?:on|in|this|last)$/.test(form) && isCalendarWord(next.form))
      questions.push({ kind: 'when', question: `What happened ${word.toLowerCase()} ${next.text}?` });
  }
  return questions;
}

/** Behind such a word stands the rest of a name, "Observatory for Human Rights", or nobody. */
const PART_OF = /^(?:a|an|and|at|for|from|in|of|on|the|to|with)$/;

/** Behind such a word stands somebody's name: "activist Mohammad Saeed". */
const ROLE = /(?:ist|man|woman|minister|president|leader|director|professor|captain|author)$/;

function isAnsweredBy(index: ArticleIndex, question: string, at: number, asks?: FourW): boolean {
  const given = answer(index, question, asks);
  return given.kind === 'answer' && given.quotes[0]?.quote.index === at;
}
