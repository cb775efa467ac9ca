/** What kind of thing a question asks for. */
export type Asks = 'who' | 'where' | 'when' | 'what' | 'why' | 'how' | 'how many' | 'how long';

export const FOUR_WS = ['who', 'where', 'when', 'what'] as const;
export type FourW = (typeof FOUR_WS)[number];

/** What the words of a question ask for: what its W, and the noun behind it, say. Undefined where it has none. */
export function askedBy(forms: readonly string[]): Asks | undefined {
  for (const [i, form] of forms.entries()) {
    const next = forms[i + 1] ?? '';
    if (/^(who|whom|whose|whos)$/.test(form)) return 'who';
    if (/^(where|wheres)$/.test(form)) return 'where';
    if (/^(when|whens)$/.test(form)) return 'when';
    if (form === 'why') return 'why';
    if (form === 'how') return next === 'long' ? 'how long' : MEASURES.test(next) ? 'how many' : 'how';
    if (form === 'what' && next === 'for') return 'why';
    if (/^(what|whats|which)$/.test(form)) return askedByNoun(next) ?? 'what';
  }
  return undefined;
}

/** What stands behind "how" where a measure is asked for. */
export const MEASURES = /^(?:many|much|old|far|often|big|large|high|tall|long)$/;

/** "What year", "which cities": what the noun behind the W asks for. */
export function askedByNoun(noun: string): Asks | undefined {
  return KINDS.get(noun) ?? KINDS.get(noun.replace(/ies$/, 'y').replace(/s$/, ''));
}

const NOUNS: [asks: Asks, nouns: string][] = [
  ['when', 'year day date month time century decade'],
  ['where', 'city country place town state region district location'],
  ['who', 'person man woman people activist president'],
  ['how many', 'number percentage percent amount age'],
];

const KINDS = new Map(NOUNS.flatMap(([asks, nouns]) => nouns.split(' ').map((noun): [string, Asks] => [noun, asks])));
