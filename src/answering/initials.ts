import { quote } from '../article/article.ts';
import { type ArticleIndex, isCapital } from './article-index.ts';
import { isEnglish } from './english.ts';
import { STOP_WORDS, type Word } from './words.ts';

/** Two letters are too often something else; and what people write in a hurry is no name. */
const READ = /^(?:uk|eu|un|(?!lol|omg|idk|btw|wtf|imo|tbh|pls)[a-z]{3,5})$/;

/** The words of the article that a question's word stands for: "ceo" for "Chief Executive Officer". Undefined where it has the word itself, or no such words. */
export function speltInInitials(index: ArticleIndex, { form, stem }: Word): readonly Word[] | undefined {
  if (!READ.test(form) || index.postings.has(stem) || (form.length > 2 && isEnglish(form))) return undefined;
  let names = kept.get(index);
  if (!names) {
    names = namesByInitials(index);
    kept.set(index, names);
  }
  return names.get(form);
}

const kept = new WeakMap<ArticleIndex, ReadonlyMap<string, readonly Word[]>>();

/** In a longer article nobody waits until all of it is read. */
const WORDS_READ = 50_000;

/** What may stand between the words of a name. */
const BETWEEN = /^ (?:(?:of|the|and|for) )*$/;

/** The names of two to five words, by their initials; of two with the same the earlier one. */
function namesByInitials({ article, sentences }: ArticleIndex): Map<string, readonly Word[]> {
  const names = new Map<string, readonly Word[]>();
  let read = 0;
  for (const [at, { words }] of sentences.entries()) {
    read += words.length;
    if (read > WORDS_READ) break;
    const { text } = quote(article, at);
    const capitals = words.filter((word) => isCapital(word.text) && !STOP_WORDS.has(word.form));
    const between = (i: number) => text.slice(capitals[i - 1]?.end, capitals[i]?.start);
    for (let from = 0; from < capitals.length; from++)
      for (let to = from + 1; to < Math.min(capitals.length, from + 5) && BETWEEN.test(between(to)); to++) {
        const name = capitals.slice(from, to + 1);
        const initials = name.map(({ form }) => form[0]).join('');
        const isLoose = name.length === 2 && between(to) !== ' '; // the University of Kentucky
        if (!isLoose && !names.has(initials)) names.set(initials, name);
      }
  }
  return names;
}
