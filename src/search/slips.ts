const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Whether a word becomes another by one slip: a letter left out, put in, put in place of another, or two exchanged (Damerau 1964). */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (left.length < 2 && right.length < 2) || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

/** The words that a word may have been before one slip behind its first letter; the likeliest slips first: letters exchanged, doubled, left out. */
export function* beforeOneSlip(word: string): Generator<string> {
  for (let i = 1; i < word.length - 1; i++)
    if (word[i] !== word[i + 1]) yield word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2);
  for (let i = 1; i < word.length; i++) if (word[i] === word[i - 1]) yield word.slice(0, i) + word.slice(i + 1);
  for (let i = 1; i <= word.length; i++) for (const letter of LETTERS) yield word.slice(0, i) + letter + word.slice(i);
  for (let i = 1; i < word.length; i++) for (const letter of LETTERS) yield word.slice(0, i) + letter + word.slice(i + 1);
  for (let i = 1; i < word.length; i++) yield word.slice(0, i) + word.slice(i + 1);
}
