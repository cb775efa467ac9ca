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

/** Real questions, and such that their article does not answer. */
export function doubtsFrom(passages: readonly LabelledText[]): (Doubt & { kind: keyof typeof COUNTS })[] {
  const random = randomFrom(1);
  return passages.flatMap(({ id, text, questions }, k) => {
    const index = indexOf(text);
    const { sentences } = index.article;
    const few = questions.filter(({ answerable }) => answerable).slice(0, 6);
    const doubts = (kind: keyof typeof COUNTS, on: ArticleIndex, asked: readonly string[]) =>
      signsFor(on, asked).map((signs) => ({ kind, signs, answers: kind === 'real' ? 1 : 0, weight: COUNTS[kind] }));
    const other = passages[(k + Math.floor(passages.length / 2)) % passages.length];
    const gone = few.slice(0, 4);
    const kept = sentences.filter((s) => !gone.some(({ evidence }) => overlaps(s, evidence)));
    const wrong = wrongFrom(index);
    const misses = few.flatMap(({ question, evidence }) => {
      const answer = sentences.filter((s) => overlaps(s, evidence)).map(({ start, end }) => text.slice(start, end));
      return nearMisses(index, wrong, question, answer.join(' '), random);
    });
    return [
      ...doubts('real', index, textsOf(few)),
      ...doubts('of another article', index, other && other.id !== id ? textsOf(other.questions.slice(0, 4)) : []),
      ...(kept.length > 2
        ? doubts('answer taken out', indexOf(kept.map((s) => text.slice(s.start, s.end)).join('\n')), textsOf(gone))
        : []),
      ...doubts('near miss', index, misses),
    ];
  });
}

const textsOf = (questions: LabelledText['questions']) => questions.map(({ question }) => question);

function signsFor(index: ArticleIndex, questions: readonly string[]): Float64Array[] {
  return questions.flatMap((text) => {
    const reading = readQuestion(index, text);
    if (reading.kind !== 'question' || reading.question.terms.length === 0) return [];
    return [Float64Array.from(Object.values(signsOf(reading.question, rank(index, reading.question))))];
  });
}
