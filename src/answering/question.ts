import { type ArticleIndex, weightOf } from './article-index.ts';
import { type Asks, askedBy, askedByNoun, isFourW, MEASURES, type Measure, measureOf } from './asks.ts';
import { isEnglish, rarityOf } from './english.ts';
import { speltInInitials } from './initials.ts';
import { meaningOfText, unit, type Vector } from './meaning.ts';
import { spelledOut } from './shorthand.ts';
import { smallTalk, withoutPoliteness } from './small-talk.ts';
import { type Correction, corrected } from './spelling.ts';
import { STOP_WORDS, type Word, wordsOf } from './words.ts';

/** A word that a question is looked up by. */
export interface Term {
  readonly word: Word;
  readonly weight: number;
  /** Whether the article has it. */
  readonly found: boolean;
  /** How much it counts for: 1, or less for a word of a question before this one. */
  readonly share: number;
}

/** A question that can be looked up. */
export interface Question {
  readonly asks: Asks;
  readonly terms: readonly Term[];
  /** Whether it asks what somebody said, or who said something. */
  readonly speech: boolean;
  /** Whether it is about somebody whom it doesn't name: he, them. */
  readonly nameless: boolean;
  /** Stems of all its words. */
  readonly stems: ReadonlySet<string>;
  /** What its words mean together: of length 1, where they mean something. */
  readonly meaning: Vector;
  /** What a number that answers is of. */
  readonly measure?: Measure;
  readonly corrections: readonly Correction[];
  /** What was quoted before, where the question refers to it. */
  readonly follows?: Follows;
}

/** The quote that a question goes on from. */
export interface Follows {
  /**
   * What it wants: an answer to its own words, the same about something else, a detail of what was asked before ("when?"), whoever said what
   * was quoted, more of the same, or what comes next.
   */
  readonly wants: 'answer' | 'other' | 'detail' | 'speaker' | 'more' | 'next';
  /** What the question before asked for: the last quote has said it. */
  readonly asked: Asks;
  /** What the question before was looked up by. */
  readonly terms: readonly Term[];
  /** The sentences quoted so far, counting from 0, the last one first. */
  readonly quoted: readonly number[];
}

/** Whether a W alone asks: for the story's main who, where, when or what. */
export function isForStory({ asks, terms, follows }: Question): boolean {
  return terms.length === 0 && !follows && isFourW(asks);
}

/** A text that is no question, and why. */
export type NotAQuestion = { kind: 'empty' | 'too long' | 'no words' | 'nothing to look for' | 'greeting' | 'thanks' | 'about the bot' };

export type Reading = { kind: 'question'; question: Question } | NotAQuestion;

/** A question is at most this many UTF-16 units long. */
export const LONGEST_QUESTION = 1000;

/** The spelling of so many words of a question is corrected: nobody asks in more, and it takes long in a large article. */
const CORRECTED = 40;

/**
 * @param typed what somebody typed
 * @param asks the W of the command it was typed behind, where there is one: then it may be empty
 */
export function readQuestion(index: ArticleIndex, typed: string, asks?: Asks): Reading {
  if (typed.length > LONGEST_QUESTION) return { kind: 'too long' };
  const text = spelledOut(typed);
  if (text.trim() === '' && !asks) return { kind: 'empty' };
  const all = wordsOf(text);
  if (all.length === 0 && text.trim() !== '') return { kind: 'no words' };
  const talk = smallTalk(all);
  if (talk && !asks) return { kind: talk };
  const request = withoutPoliteness(text);
  const written = request === text ? all : wordsOf(request);
  const corrections: Correction[] = [];
  const words = written.flatMap((word, i) => {
    if (i >= CORRECTED || STOP_WORDS.has(word.form)) return word;
    const name = speltInInitials(index, word);
    if (name) {
      corrections.push({ from: word.text, to: name.map(({ text }) => text).join(' ') });
      return name;
    }
    const to = corrected(index, word);
    if (to === undefined) return word;
    corrections.push({ from: word.text, to: asWritten(index, to) });
    return { ...word, ...wordsOf(to)[0], text: word.text };
  });
  const forms = words.map(({ form }) => form);
  const hasOwn = askedBy(forms.slice(0, 1)) !== undefined; // "/when who is it" asks who
  const asked = asks && asks !== 'what' && !hasOwn ? asks : (askedBy(forms) ?? asks);
  const terms = termsOf(index, words);
  if (terms.length === 0 && !asked) return { kind: 'nothing to look for' };
  const speech = words.some(({ stem }) => SPEECH.has(stem));
  const stems = new Set(words.map(({ stem }) => stem));
  const nameless = forms.some((form) => SOMEBODY.test(form));
  const measure = asked === 'how many' ? measureOf(forms) : undefined;
  const meaning = unit(meaningOfText(words).sum);
  return {
    kind: 'question',
    question: { asks: asked ?? 'what', terms, speech, nameless, stems, meaning, ...(measure && { measure }), corrections },
  };
}

/** The words that a question is looked up by, and how much each of them tells. */
export function termsOf(index: ArticleIndex, words: readonly Word[]): Term[] {
  const terms: Term[] = [];
  const noise: Term[] = [];
  for (const [i, word] of words.entries()) {
    if (STOP_WORDS.has(word.form) || terms.some((term) => term.word.stem === word.stem)) continue;
    if (words[i - 1]?.form === 'how' && MEASURES.test(word.form)) continue;
    if (takesPlace(word, words[i + 1]) || takesPlace(words[i - 1], word)) continue;
    const found = index.postings.has(word.stem);
    const kind = /^(?:what|which)$/.test(words[i - 1]?.form ?? '') && askedByNoun(word.form) ? KIND : 1;
    const known = found || !isEnglish(word.form) ? 1 : UNKNOWN_ENGLISH;
    const isNoise = !found && /^\p{Ll}{1,3}$/u.test(word.text) && !isEnglish(word.form); // "teh", "hte": too short to be told from noise
    (isNoise ? noise : terms).push({ word, weight: weightOf(index, word.stem) * rarityOf(word.form) * kind * known, found, share: 1 });
  }
  return terms.length > 0 ? terms : noise;
}

/** Who that is, only what came before could tell. */
const SOMEBODY = /^(?:he|she|him|her|his|hers|they|them|their|theirs)$/;

function takesPlace(verb: Word | undefined, noun: Word | undefined): boolean {
  return verb?.stem === 'take' && noun?.form === 'place';
}

/** "Which country" asks for a country's name: the word itself need not stand beside it. */
const KIND = 0.5;

/** An ordinary word that the article lacks says less than a name that it lacks. */
const UNKNOWN_ENGLISH = 0.5;

/** Stems of the verbs of speech. */
export const SPEECH: ReadonlySet<string> = new Set(
  'sai say tell report claim announc deni state explain add ask declar warn insist'.split(' '),
);

/** A form as the article writes it: names with their capital letters. */
export function asWritten(index: ArticleIndex, form: string): string {
  return index.names.has(form) ? form.slice(0, 1).toUpperCase() + form.slice(1) : form;
}
