/** What kind of thing a question asks for. */
export type Asks = 'who' | 'where' | 'when' | 'what' | 'why' | 'how' | 'how many' | 'how long';

export const FOUR_WS = ['who', 'where', 'when', 'what'] as const;
export type FourW = (typeof FOUR_WS)[number];

export function isFourW(asks: Asks): asks is FourW {
  return (FOUR_WS as readonly Asks[]).includes(asks);
}

/** What the words of a question ask for: what its W, and the noun behind it, say. Undefined where it has none. */
export function askedBy(forms: readonly string[]): Asks | undefined {
  for (const [i, form] of forms.entries()) {
    const next = forms[i + 1] ?? '';
    if (/^(who|whom|whose|whos)$/.test(form)) return 'who';
    if (/^(where|wheres)$/.test(form)) return 'where';
    if (/^(when|whens)$/.test(form)) return 'when';
    if (/^(why|whys)$/.test(form)) return 'why';
    if (/^(how|hows)$/.test(form)) {
      if (next === 'long' || (next === 'many' && SPANS_OF_TIME.test(forms[i + 2] ?? ''))) return 'how long';
      return MEASURES.test(next) ? 'how many' : 'how';
    }
    if (form === 'what' && next === 'for') return 'why';
    if (/^(what|whats|which)$/.test(form)) return askedByNoun(next) ?? 'what';
  }
  return undefined;
}

const SPANS_OF_TIME = /^(?:seconds|minutes|hours|days|weeks|months|years|decades|centuries)$/;

/** What stands behind "how" where a measure is asked for. */
export const MEASURES = /^(?:many|much|old|far|often|big|large|high|tall|long)$/;

/** What a "how old", "how often" or "how much does it cost" is answered in. */
export type Measure = 'age' | 'frequency' | 'money';

/** What the words of a question for a number want it in; undefined where any number will do: "how much of the ice". */
export function measureOf(forms: readonly string[]): Measure | undefined {
  const text = forms.join(' ');
  if (/\b(?:how old|what age)\b/.test(text)) return 'age';
  if (/\bhow often\b/.test(text)) return 'frequency';
  return PRICE.test(text) ||
    (/\bhow much (?:money|is|are|was|were|do|does|did|will|would|has|have|can|must|should)\b/.test(text) &&
      forms.some((form) => PAYING.test(form)))
    ? 'money'
    : undefined;
}

const PAYING =
  /^(?:costs?|prices?|priced|pays?|paid|paying|spend|spent|spending|worth|charge[ds]?|fees?|fine[ds]?|earn(?:s|ed)?|money|sells?|sold|buy|bought|dollars|euros|pounds)$/;

/** "How much is it", "how much are the tickets". */
const PRICE = /\bhow much (?:is|are) (?:\w+|(?:the|a|an|this|that|these|those|one) \w+)$/;

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
