import type { LabelledText, Range } from './sets.ts';

/** In UTF-16 units. */
const PASSAGE = 3600;

/** A long article in passages of whole lines, as long as the articles that people ask about, each with the questions that it answers. */
export function inPassages({ text, questions, ...article }: LabelledText): LabelledText[] {
  const passages: LabelledText[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/\n|$/g)) {
    if (index - start < PASSAGE && index < text.length) continue;
    const [from, to] = [start, index];
    const inside = questions.filter(({ evidence }) => evidence.length > 0 && evidence.every(([a, b]) => a >= from && b <= to));
    passages.push({
      ...article,
      text: text.slice(from, to),
      questions: inside.map((one) => ({ ...one, evidence: one.evidence.map(([a, b]): Range => [a - from, b - from]) })),
    });
    start = index;
  }
  return passages;
}
