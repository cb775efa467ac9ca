/** A set of questions, by article. */
export interface QuestionSet {
  articles: Labelled[];
}

/** An article with its questions, and the places of the text that answer each. */
export interface Labelled {
  id: string;
  text: string;
  questions: { question: string; answerable: boolean; evidence: [number, number][] }[];
}

/** In UTF-16 units. */
const PASSAGE = 3600;

/** A long article in passages of whole lines, as long as the articles that people ask about, each with the questions that it answers. */
export function inPassages({ id, text, questions }: Labelled): Labelled[] {
  const passages: Labelled[] = [];
  let start = 0;
  for (const { index } of text.matchAll(/\n|$/g)) {
    if (index - start < PASSAGE && index < text.length) continue;
    const [from, to] = [start, index];
    const inside = questions.filter(({ evidence }) => evidence.length > 0 && evidence.every(([a, b]) => a >= from && b <= to));
    passages.push({
      id,
      text: text.slice(from, to),
      questions: inside.map((one) => ({ ...one, evidence: one.evidence.map(([a, b]) => [a - from, b - from]) })),
    });
    start = index;
  }
  return passages;
}

/** Whether a sentence has some of the evidence. */
export function overlaps(span: { start: number; end: number } | undefined, evidence: [number, number][]): boolean {
  return span !== undefined && evidence.some(([start, end]) => start < span.end && end > span.start);
}
