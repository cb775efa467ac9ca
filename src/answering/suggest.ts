import { quote } from '../article/article.ts';
import { NOBODY } from '../reading/reader.ts';
import type { ArticleIndex, IndexedSentence } from '../search/article-index.ts';
import { answer, NO_TALK } from './answer.ts';
import { isCalendarWord } from './dates.ts';
import { names, SPEECH, spanOf } from './names.ts';
import type { OpenArticle } from './open-article.ts';
import { readQuestion } from './question.ts';

/** Questions are made of at most this many sentences, so that the longest article costs no more. */
const SENTENCES = 60;

/**
 * Questions that the article answers with the sentence that they were made of: about its people, its places and its dates in turn. They are read when
 * nobody waits for an answer.
 */
export async function* suggestions(open: OpenArticle, most: number): AsyncGenerator<string> {
  let found = 0;
  for (const { question, at } of candidates(open.index)) {
    if (found >= most) return;
    if (!(await isAnsweredBy(open, question, at))) continue;
    found++;
    yield question;
  }
}

/** A question, and the sentence that it was made of. */
interface Candidate {
  readonly question: string;
  readonly at: number;
}

/** What could be asked, each once: by turns about people, places and dates, in the article's order. */
function candidates(index: ArticleIndex): Candidate[] {
  const made = { who: new Map<string, number>(), where: new Map<string, number>(), when: new Map<string, number>() };
  for (const [at, sentence] of index.sentences.slice(0, SENTENCES).entries())
    for (const { kind, question } of questionsFrom(index, sentence, quote(index.article, at).text))
      if (!made[kind].has(question)) made[kind].set(question, at);
  const lists = Object.values(made).map((list) => Array.from(list, ([question, at]) => ({ question, at })));
  return Array.from({ length: Math.max(...lists.map(({ length }) => length)) }, (_, turn) =>
    lists.flatMap((list) => list[turn] ?? []),
  ).flat();
}

/** What could be asked of a sentence. */
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

async function isAnsweredBy(open: OpenArticle, asked: string, at: number): Promise<boolean> {
  const read = readQuestion(open.index, asked);
  if (read.kind !== 'question') return false;
  const { kind, quotes } = await answer(open, read.question, NO_TALK, NOBODY);
  return kind === 'answer' && quotes[0]?.quote.index === at;
}
