/** What people write in a hurry, and what it stands for. */
const SHORTHAND = new Map(
  'n and|nd and|ppl people|u you|ur your|r are|y why|uni university|wat what|wut what|wats what|whats what|wher where|bc because|abt about'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

const WORD = new RegExp(`(?<![\\p{L}\\p{N}'’.-])(?:${[...SHORTHAND.keys()].join('|')})(?![\\p{L}\\p{N}'’.-])`, 'gu');

/** A question with its shorthand written out: "n wher did ppl go" → "and where did people go". Capital letters are names. */
export function spelledOut(text: string): string {
  return text.replace(WORD, (word) => SHORTHAND.get(word) ?? word);
}
