import { type Article, quote } from '../article/article.ts';
import { isCapital } from '../search/article-index.ts';
import { wordsOf } from '../search/words.ts';
import { SPEECH } from './names.ts';

/** Whether a question asks who said something. */
export function asksWhoSaid(question: string): boolean {
  const words = wordsOf(question);
  const who = words.findIndex(({ form }) => /^(?:who|whos)$/.test(form));
  return who >= 0 && words.slice(who + 1, who + 1 + NEAR).some(({ stem }) => SPEECH.has(stem));
}

/** Whether it asks that of what was said just before, and of nothing else. */
export function asksWhoSaidThat(question: string): boolean {
  return WHO_SAID_THAT.test(question.trim());
}

const WHO_SAID_THAT =
  /^(?:and |but |so |ok |okay |wait |hm+ )*who(?:['’]?s| is| was)?(?: it| that)?,?(?: that| who)? (?:said|says|say|is saying|was saying|told|tells|claims?|claimed)(?: (?:that|this|so|it|them|us))*[\s?!.]*$/i;

/** A verb of speech stands at most so many words behind its "who": "who is it that says", and not "who is the man of whom they said". */
const NEAR = 4;

/**
 * The sentence that says who says what another says: itself, the one in which its quotation ends, or the one that began it. Undefined where it
 * reports nobody's words.
 * @param at its number, counting from 0
 */
export function speakerOf(article: Article, at: number): number | undefined {
  if (namesSpeaker(article, at)) return at;
  const block = article.sentences[at]?.block;
  const isThere = (one: number) => article.sentences[one]?.block === block;
  if (!isQuoted(article, at)) return undefined;
  for (let next = at; isThere(next) && isQuoted(article, next); next++) if (namesSpeaker(article, next)) return next;
  for (let before = at - 1; isThere(before) && isQuoted(article, before); before--) if (namesSpeaker(article, before)) return before;
  return undefined;
}

/** Whether somebody's words stand in a sentence, or go on there. */
function isQuoted(article: Article, at: number): boolean {
  const { block = -1, start, end } = quote(article, at);
  const from = article.blocks[block]?.content.start ?? start;
  return QUOTED.test(article.text.slice(start, end)) || isOpen(article.text.slice(from, start));
}

const QUOTED = /["“”„«»]/;

/** Whether a quotation that begins in a text does not end there. */
function isOpen(text: string): boolean {
  const straight = text.match(/"/g)?.length ?? 0;
  return straight % 2 === 1 || text.search(/[“„«][^”“»]*$/) >= 0;
}

/** Whether a sentence says, outside of what is quoted, that somebody with a name or a role says it. */
function namesSpeaker(article: Article, at: number): boolean {
  const said = own(article, at);
  const words = wordsOf(said);
  const verb = words.findIndex(({ stem, form }) => SPEECH.has(stem) && !NOUN.test(form));
  if (verb < 0 && !/\baccording to\b/i.test(said)) return false;
  return words.some(({ text, form }, i) => i !== verb && (isCapital(text) || ROLE.test(form)) && !PRONOUN.test(form));
}

/** A sentence without what it quotes. */
function own(article: Article, at: number): string {
  const { block, start, text } = quote(article, at);
  const from = article.blocks[block]?.content.start ?? start;
  const goesOn = isOpen(article.text.slice(from, start));
  const whole = goesOn ? `“${text}` : text;
  return whole.replace(/["“„«][^"“”»]*(?:["”»]|$)/g, ' ');
}

/** They are nouns more often than verbs. */
const NOUN = /^(?:state|report|reports)$/;

const ROLE = /(?:ist|man|woman|er|or|officials?|police|residents?|minister|president|witness(?:es)?)$/;
const PRONOUN = /^(?:he|she|they|it|i|we|you|the|a|an|his|her|their|its)$/;
