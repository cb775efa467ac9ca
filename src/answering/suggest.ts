import { NOBODY } from '../reading/reader.ts';
import { answer, NO_TALK } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { candidates } from './candidates.ts';
import type { OpenArticle } from './open-article.ts';
import { readQuestion } from './question.ts';

/** So many questions are tried at most: each is read. */
const TRIED = 80;

/** Questions that the article answers with the sentences that they were made of. They are read when nobody waits for an answer. */
export async function* suggestions(open: OpenArticle, most: number): AsyncGenerator<string> {
  let found = 0;
  for (const candidate of candidates(open.index).slice(0, TRIED)) {
    if (found >= most) return;
    if (!(await isAnsweredBy(open, candidate))) continue;
    found++;
    yield candidate.question;
  }
}

async function isAnsweredBy(open: OpenArticle, { question, answers }: Candidate): Promise<boolean> {
  const read = readQuestion(open.index, question);
  if (read.kind !== 'question') return false;
  const { kind, quotes } = await answer(open, read.question, NO_TALK, NOBODY);
  return kind === 'answer' && quotes[0] !== undefined && answers.includes(quotes[0].quote.index);
}
