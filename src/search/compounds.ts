import type { ArticleIndex } from './article-index.ts';
import { STOP_WORDS, type Word } from './words.ts';

/** What may stand between the parts of a compound: a hyphen of any kind, at which a line may be broken. */
const HYPHEN = /^[-\u2010\u2011\u05be\ufe63\uff0d]\p{Cf}*(?:\r?\n)?$/u;

/** More parts make no word: "a do-it-yourself-in-a-day kit". */
const PARTS = 3;

/** Compounds that are written with hyphens, as they are written in one: "web-site" is "website", over both. */
export function compoundsIn(text: string, words: readonly Word[], read: (text: string) => readonly Word[]): Word[] {
  const found: Word[] = [];
  for (let from = 0; from < words.length; from++) {
    let to = from + 1;
    while (to < words.length && HYPHEN.test(text.slice(words[to - 1]?.end, words[to]?.start))) to++;
    const parts = words.slice(from, to);
    if (parts.length > 1 && parts.length <= PARTS) found.push(...inOne(parts, read));
    from = to - 1;
  }
  return found;
}

/** Words written in one; none where numbers are among them: "2010-2012" is none. */
function inOne(parts: readonly Word[], read: (text: string) => readonly Word[]): Word[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || parts.some(({ text }) => /^\p{N}/u.test(text))) return [];
  return read(parts.map(({ text }) => text).join('')).map((word) => ({ ...word, start: first.start, end: last.end }));
}

/**
 * A question's words as the article writes them, where one of the two writes in one what the other writes in two, with a hyphen or a space.
 * @param words of `text`
 */
export function asTheArticleHas(index: ArticleIndex, text: string, words: readonly Word[]): Word[] {
  const { postings, read } = index;
  const has = ({ stem }: Word) => postings.has(stem);
  const spaced = words.flatMap((word, i) => {
    const next = words[i + 1];
    const lacksOne = next && !(has(word) && has(next)) && text.slice(word.end, next.start) === ' ';
    return lacksOne ? inOne([word, next], read) : [];
  });
  const compounds = [...compoundsIn(text, words, read), ...spaced].filter(has);
  const others = words.flatMap((word) => {
    if (has(word)) return [word];
    return compounds.some(({ start, end }) => start <= word.start && word.end <= end) ? [] : inTwo(index, word);
  });
  return [...others, ...compounds].sort((a, b) => a.start - b.start);
}

/** A shorter part is none: "for" and "um". */
const SHORTEST = 3;

/** The two words that make up a word and stand behind each other in the article; else the word itself. */
function inTwo({ postings, sentences, read }: ArticleIndex, word: Word): readonly Word[] {
  const { form, text } = word;
  for (let at = SHORTEST; at <= text.length - SHORTEST && !STOP_WORDS.has(form); at++) {
    const parts = [text.slice(0, at), text.slice(at)].flatMap(read).map((part) => ({ ...part, start: word.start, end: word.end }));
    const [first, second] = parts.map(({ stem }) => stem);
    const [some = [], others = []] = [first, second].map((stem) => postings.get(stem ?? '') ?? []);
    const areTogether = (some.length < others.length ? some : others).some((sentence) => {
      const own = sentences[sentence]?.words ?? [];
      return own.some(({ stem }, i) => stem === first && own[i + 1]?.stem === second);
    });
    if (parts.length === 2 && areTogether) return parts;
  }
  return [word];
}
