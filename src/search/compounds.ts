import type { ArticleIndex } from './article-index.ts';
import { STOP_WORDS, type Word } from './words.ts';

/** What may stand between the parts of a compound. */
const HYPHEN = /^[-\u2010\u2011\u05be\ufe63\uff0d]\p{Cf}*$/u;

/**
 * A question's words, and beside them, or instead of those that the article lacks, what it has of the same written otherwise: in one, in two, or
 * with a hyphen. "Web-site" and "web site" are "website" there, and "website" is "web" and "site".
 * @param words of `text`
 */
export function asTheArticleHas(index: ArticleIndex, text: string, words: readonly Word[]): Word[] {
  const has = ({ stem }: Word) => index.postings.has(stem);
  const compounds = words.flatMap((word, i) => {
    const next = words[i + 1];
    if (!next) return [];
    const between = text.slice(word.end, next.start);
    const mayBeOne = HYPHEN.test(between) || (between === ' ' && !(has(word) && has(next)));
    return mayBeOne ? inOne(index, word, next).filter(has) : [];
  });
  const others = words.flatMap((word) => {
    const isPart = compounds.some(({ start, end }) => start <= word.start && word.end <= end);
    const parts = inTwo(index, word);
    return has(word) || (!isPart && parts.length === 0) ? [word, ...parts] : parts;
  });
  return [...others, ...compounds].sort((a, b) => a.start - b.start);
}

/** Two words in one; none where one is a number: "2010-2012" is none. */
function inOne({ read }: ArticleIndex, first: Word, second: Word): Word[] {
  if ([first, second].some(({ text }) => /^\p{N}/u.test(text))) return [];
  return read(first.text + second.text).map((word) => ({ ...word, start: first.start, end: second.end }));
}

/** A longer word is none. */
const LONGEST = 50;

/** The two words that make up a word and stand behind each other in the article, if they do. */
function inTwo({ postings, sentences, read }: ArticleIndex, { form, text, start, end }: Word): Word[] {
  if (STOP_WORDS.has(form) || text.length > LONGEST) return [];
  for (let at = 1; at < text.length; at++) {
    const parts = [text.slice(0, at), text.slice(at)].flatMap(read);
    const [first = '', second = ''] = parts.map(({ stem }) => stem);
    const [some = [], others = []] = [postings.get(first), postings.get(second)];
    const areTogether = (some.length < others.length ? some : others).some((sentence) => {
      const own = sentences[sentence]?.words ?? [];
      return own.some(({ stem }, i) => stem === first && own[i + 1]?.stem === second);
    });
    if (parts.length === 2 && areTogether) return parts.map((part) => ({ ...part, start, end }));
  }
  return [];
}
