import { quote } from '../article/article.ts';
import { type ArticleIndex, isCapital } from './article-index.ts';
import { isEnglish } from './english.ts';
import type { Word } from './words.ts';

/** The words of the article that a question's word stands for: "ceo" for "Chief Executive Officer". Undefined where it has the word itself, or no such words. */
export function speltInInitials({ article, sentences, postings }: ArticleIndex, { form, stem }: Word): readonly Word[] | undefined {
  if (!/^[a-z]{2,5}$/.test(form) || postings.has(stem) || (form.length > 2 && isEnglish(form))) return undefined;
  const between = form.length > 2 ? /^ (?:(?:of|the|and|for) )*$/ : /^ $/;
  for (const [at, { words }] of sentences.slice(0, LOOKED_AT).entries()) {
    const capitals = words.filter(({ text }) => isCapital(text));
    for (let i = 0; i + form.length <= capitals.length; i++) {
      const run = capitals.slice(i, i + form.length);
      if (!run.every((word, k) => word.form[0] === form[k])) continue;
      const { text } = quote(article, at);
      if (run.every(({ start }, k) => k === 0 || between.test(text.slice(run[k - 1]?.end, start)))) return run;
    }
  }
  return undefined;
}

/** In a longer article nobody waits until all of it is read. */
const LOOKED_AT = 2000;
