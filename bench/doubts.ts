import type { ArticleIndex } from '../src/answering/article-index.ts';
import { signsOf } from '../src/answering/confidence.ts';
import { readQuestion } from '../src/answering/question.ts';
import { rank } from '../src/answering/rank.ts';
import { indexOf } from './examples.ts';
import type { Doubt } from './learn.ts';
import { nearMisses, wrongFrom } from './near-misses.ts';
import { type LabelledText, overlaps } from './sets.ts';
import { randomFrom } from './statistics.ts';

/** How much a question without an answer counts, beside one that has one: more near misses would make the bot refuse what the article answers. */
const COUNTS = { real: 1, 'of another article': 1, 'answer taken out': 1, 'near miss': 0.15 };

/** A question, and whether the sentence that is thought best answers it: 1 or 0. */
export interface Asked extends Doubt {
  readonly kind: keyof typeof COUNTS;
  readonly right: number;
}

/** Real questions, and such that their article does not answer. */
export function doubtsFrom(passages: readonly LabelledText[]): Asked[] {
  const random = randomFrom(1);
  return passages.flatMap(({ id, text, questions }, k) => {
    const index = indexOf(text);
    const { sentences } = index.article;
    const few = questions.filter(({ answerable }) => answerable).slice(0, 6);
    const doubts = (kind: keyof typeof COUNTS, on: ArticleIndex, asked: readonly Question[]) =>
      signsFor(on, asked).map((one) => ({ kind, ...one, answers: kind === 'real' ? 1 : 0, weight: COUNTS[kind] }));
    const other = passages[(k + Math.floor(passages.length / 2)) % passages.length];
    const gone = few.slice(0, 4);
    const kept = sentences.filter((s) => !gone.some(({ evidence }) => overlaps(s, evidence)));
    const wrong = wrongFrom(index);
    const misses = few.flatMap(({ question, evidence }) => {
      const answer = sentences.filter((s) => overlaps(s, evidence)).map(({ start, end }) => text.slice(start, end));
      return nearMisses(index, wrong, question, answer.join(' '), random).map((miss) => ({ question: miss }));
    });
    return [
      ...doubts('real', index, few),
      ...doubts('of another article', index, other && other.id !== id ? withoutEvidence(other.questions.slice(0, 4)) : []),
      ...(kept.length > 2
        ? doubts('answer taken out', indexOf(kept.map((s) => text.slice(s.start, s.end)).join('\n')), withoutEvidence(gone))
        : []),
      ...doubts('near miss', index, withoutEvidence(misses)),
    ];
  });
}

type Question = Pick<LabelledText['questions'][number], 'question' | 'evidence'>;

const withoutEvidence = (questions: readonly Pick<Question, 'question'>[]) => questions.map(({ question }) => ({ question, evidence: [] }));

function signsFor(index: ArticleIndex, questions: readonly Question[]): Pick<Asked, 'signs' | 'right'>[] {
  return questions.flatMap(({ question: text, evidence }) => {
    const reading = readQuestion(index, text);
    if (reading.kind !== 'question' || reading.question.terms.length === 0) return [];
    const ranked = rank(index, reading.question);
    const first = index.article.sentences[ranked[0]?.candidate.at ?? -1];
    const signs = Float64Array.from(Object.values(signsOf(reading.question, ranked)));
    return [{ signs, right: Number(first !== undefined && overlaps(first, evidence)) }];
  });
}
