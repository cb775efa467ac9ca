/** What the four commands ask for. */
export const FOUR_WS = ['who', 'where', 'when', 'what'] as const;
export type FourW = (typeof FOUR_WS)[number];

const OWN_W = /^(?:who|whom|whose|where|when|what|which|why|how)\b/i;
const ASKING = /^(?:who|whom|whose|where|when|what|which|why|how|is|are|was|were|do|does|did|can|could|will|would|has|have|had)\b/i;

/** What was typed behind the command of a W, with the W in front where it has none: "/when did it begin" is "when did it begin". */
export function withW(text: string, asks?: FourW): string {
  const typed = text.trim().replace(/\s+/g, ' ');
  return asks && !OWN_W.test(typed) && !new RegExp(`\\b${asks}`, 'i').test(typed) ? `${asks} ${typed}`.trim() : typed;
}

/** Whether a question begins with a W: who, whom and whose are one. */
export function beginsWith(question: string, asks: FourW): boolean {
  const [first = ''] = /^\p{L}+/u.exec(question) ?? [];
  return askedWith([first.toLowerCase()]) === asks;
}

/** The same, as a question is written: "When did it begin?" */
export function questionOf(text: string, asks?: FourW): string {
  const whole = withMark(withW(text, asks));
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}`;
}

/** A question with the question mark that it lacks: with one or without, it is the same question. */
export function withMark(question: string): string {
  return ASKING.test(question) && /[\p{L}\p{N}]$/u.test(question) ? `${question}?` : question;
}

/** The W that a question asks with, by its first one: who, whom and whose are one. Undefined where it has none, or why or how. */
export function askedWith(forms: readonly string[]): FourW | undefined {
  for (const form of forms) {
    const [, w] = /^(who|where|when|what|which|why|how)(?:m|s|se)?$/.exec(form) ?? [];
    if (w !== undefined) return FOUR_WS.find((one) => one === (w === 'which' ? 'what' : w));
  }
  return undefined;
}
