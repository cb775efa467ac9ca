import type { Article } from '../../../src/article/article.ts';

/** A letter of the text as it is compared, its place in the text, and whether a block ends before it. */
interface Letter {
  readonly letter: string;
  readonly at: number;
  readonly breaks: boolean;
}

/** What a browser finds by a directive, step by step as the specification says it, one letter after the other. */
export function naiveFind({ text, blocks }: Article, fragment: string): string | undefined {
  const letters: Letter[] = blocks.flatMap(({ content }) =>
    Array.from({ length: content.end - content.start }, (_, k) => {
      const at = content.start + k;
      return { letter: text.charAt(at).toLowerCase(), at, breaks: k === 0 };
    }),
  );
  const parts = fragment.replace('text=', '').split(',');
  const prefix = parts[0]?.endsWith('-') ? decodeURIComponent(parts.shift()?.slice(0, -1) ?? '') : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? decodeURIComponent(parts.pop()?.slice(1) ?? '') : undefined;
  const [start = '', end] = parts.map((part) => decodeURIComponent(part));

  const matchAt = (part: string, from: number): number | undefined => {
    const wanted = part.toLowerCase().replace(/\s+/g, ' ');
    let at = from;
    for (let k = 0; k < wanted.length; k++) {
      const here = letters[at];
      if (!here || (k > 0 && here.breaks)) return undefined;
      if (wanted[k] === ' ') {
        if (!/\s/.test(here.letter)) return undefined;
        while (letters[at] && /\s/.test(letters[at]?.letter ?? '') && !(letters[at]?.breaks && at > from)) at++;
      } else if (wanted[k] === here.letter) at++;
      else return undefined;
    }
    return at;
  };
  const isWord = (at: number) => /[\p{L}\p{N}_]/u.test(letters[at]?.letter ?? '');
  const bounded = (at: number) => at === 0 || at === letters.length || letters[at]?.breaks === true || !isWord(at - 1) || !isWord(at);
  const pastSpace = (from: number) => {
    let at = from;
    while (/^\s$/.test(letters[at]?.letter ?? '')) at++;
    return at;
  };
  const endsWell = (at: number) => {
    if (suffix === undefined) return bounded(at);
    const to = matchAt(suffix, pastSpace(at));
    return to !== undefined && bounded(to);
  };

  for (let from = 0; from < letters.length; from++) {
    let begin = from;
    if (!bounded(from)) continue;
    if (prefix !== undefined) {
      const to = matchAt(prefix, from);
      if (to === undefined) continue;
      begin = pastSpace(to);
    }
    const to = matchAt(start, begin);
    if (to === undefined) continue;
    if (end === undefined) {
      if (endsWell(to)) return text.slice(letters[begin]?.at, (letters[to - 1]?.at ?? 0) + 1);
      continue;
    }
    if (!bounded(to)) continue;
    for (let last = to; last < letters.length; last++) {
      const lastEnd = bounded(last) ? matchAt(end, last) : undefined;
      if (lastEnd !== undefined && endsWell(lastEnd)) return text.slice(letters[begin]?.at, (letters[lastEnd - 1]?.at ?? 0) + 1);
    }
    return undefined;
  }
  return undefined;
}
