import { type Quote, quote } from '../article/article.ts';
import type { Field } from '../document/about.ts';
import type { Span } from '../document/span.ts';
import type { Person } from '../reading/reader.ts';
import { type ArticleIndex, timesIn } from '../search/article-index.ts';
import { bm25Share } from '../search/bm25.ts';
import { type Beside, type Decision, decide, type Ranked } from './decide.ts';
import { type Foreign, findForeign } from './foreign.ts';
import { handedDown } from './hand-down.ts';
import type { OpenArticle } from './open-article.ts';
import type { NotAQuestion, Question } from './question.ts';
import { read, type Turn } from './read.ts';
import { rankStory } from './story.ts';
import { toldBy } from './told.ts';
import type { Stretch } from './where-to-look.ts';
import { asksWhoSaid, asksWhoSaidThat, speakerOf } from './who-said.ts';

/** A quote that may answer. */
export interface Found {
  readonly quote: Quote;
  /** For comparing the quotes of one answer: what the reader says of it, and what else speaks for it. */
  readonly score: number;
  /** How much better it answers than nothing does, as the reader says; undefined where it wasn't asked. */
  readonly margin?: number;
  /** The words in the quote that answer, as offsets into its text. */
  readonly phrase?: Span | undefined;
}

export interface Answered {
  readonly kind: 'answer' | 'not in the article';
  readonly question: Question;
  /** The best quotes first; where the article doesn't say, the nearest lines. */
  readonly quotes: readonly Found[];
  /** How many of the quotes, from the first, to show: the others are clearly behind. Where the article doesn't say, one at most: none where none is near. */
  readonly shown: number;
  /** How probable it is that the article answers, 0 to 1. */
  readonly confidence: number;
  /** Whether the first quote is so probably right that nothing need be said about it. */
  readonly sure: boolean;
  /** What was read for it. */
  readonly read: readonly Stretch[];
}

/** What the document's front matter says of it. */
export interface FromHeader {
  readonly kind: 'header';
  readonly question: Question;
  readonly field: Field;
  readonly text: string;
}

export type Answer = Answered | FromHeader | NotAQuestion;

/** So many quotes are found. */
const KEPT = 10;

/** Where the article doesn't say, the nearest line is shown if its margin is greater than this, or it has this share of the question's words. */
const NEAR = { margin: -8, words: 0.2 };

/** A talk, as far as the next question may go on from it. */
export interface Talk {
  /** The last turns, the latest first. */
  readonly turns: readonly Turn[];
  /** The sentences quoted so far, counting from 0. */
  readonly quoted: readonly number[];
}

export const NO_TALK: Talk = { turns: [], quoted: [] };

/** Answers a question with the article's sentences, or says that it doesn't say. */
export async function answer(open: OpenArticle, question: Question, talk: Talk, by: Person): Promise<Answered> {
  if (question.story && talk.turns.length === 0) return answerStory(open, question);
  const last = talk.turns[0]?.sentence;
  if (last !== undefined && asksWhoSaidThat(question.text)) return answerWhoSaidThat(open, question, last);
  const foreign = await open.foreign();
  if (foreign) return answerForeign(open, foreign, question);
  const { sentences, stretches } = await read(open, question, talk.turns, by);
  const has = wordsIn(open.index, question);
  const decision = decide(handedDown(open.article, sentences, question), { ...has, quoted: talk.quoted });
  const { confidence, answered, sure } = decision;
  const { ranked, near } = withMore(open, asksWhoSaid(question.text) ? withSpeaker(open, decision) : decision);
  return {
    kind: answered ? 'answer' : 'not in the article',
    question,
    quotes: ranked.slice(0, KEPT).map(({ at, score, margin, phrase }) => {
      const found = quote(open.article, at);
      return { quote: found, score, margin, phrase: phrase && toldBy(found.text, phrase, question) };
    }),
    shown: answered ? near : Number(isNear(ranked[0], has.words)),
    confidence,
    sure,
    read: stretches,
  };
}

/** Who says what was quoted is found where the quotation ends: that sentence comes first, the one that was found behind it. */
function withSpeaker({ article }: OpenArticle, decision: Decision): Pick<Decision, 'ranked' | 'near'> {
  const [found, ...others] = decision.ranked;
  const speaker = found && speakerOf(article, found.at);
  if (!found || speaker === undefined || speaker === found.at) return decision;
  const { phrase, ...same } = found;
  return { ranked: [{ ...same, at: speaker }, found, ...others.filter(({ at }) => at !== speaker)], near: 2 };
}

/** "Yes." alone says nothing that could be checked: what goes on from it is quoted with it. */
function withMore({ article }: OpenArticle, shown: Pick<Decision, 'ranked' | 'near'>): Pick<Decision, 'ranked' | 'near'> {
  const [found] = shown.ranked;
  const next = found && article.sentences[found.at + 1];
  if (!next || next.block !== article.sentences[found.at]?.block || !YES_OR_NO.test(quote(article, found.at).text)) return shown;
  const more = shown.ranked.find(({ at }) => at === next.index) ?? { at: next.index, score: 0, weight: 0, margin: 0 };
  return { ranked: [found, more, ...shown.ranked.slice(1).filter((one) => one !== more)], near: 2 };
}

const YES_OR_NO =
  /^\W*(?:yes|yeah|yep|no|nope|never|always|sure|certainly|absolutely|definitely|exactly|correct|right|wrong|of course|not at all|not yet|not really)\W*$/i;

/** "Who said that?" asks for the speaker of what was quoted last, and nobody else's. @param last its number, counting from 0 */
function answerWhoSaidThat({ article }: OpenArticle, question: Question, last: number): Answered {
  const speaker = speakerOf(article, last);
  const quotes = [...new Set([speaker ?? last, last])].map((at) => ({ quote: quote(article, at), score: 0 }));
  const found = speaker !== undefined;
  return {
    kind: found ? 'answer' : 'not in the article',
    question,
    quotes,
    shown: found ? quotes.length : 0,
    confidence: found ? 0.9 : 0.1,
    sure: found,
    read: [],
  };
}

function isNear(best: Ranked | undefined, words: ArrayLike<number>): boolean {
  return best !== undefined && (best.margin > NEAR.margin || (words[best.at] ?? 0) >= NEAR.words);
}

/** What the article's sentences have of a question's words. */
export function wordsIn(index: ArticleIndex, { words }: Question): Pick<Beside, 'words' | 'hasBoth'> {
  const stems = words.map(({ stem }) => stem);
  return {
    words: bm25Share(index, stems),
    hasBoth: (at) => stems.length === 2 && stems.every((stem) => timesIn(index, at, stem) > 0),
  };
}

/** What is found by words alone is never sure. */
function answerForeign(open: OpenArticle, foreign: Foreign, question: Question): Answered {
  const { ranked, confidence, answered } = findForeign(foreign, question);
  return {
    kind: answered ? 'answer' : 'not in the article',
    question,
    quotes: ranked.slice(0, KEPT).map(({ at, score }) => ({ quote: quote(open.article, at), score })),
    shown: Number(answered || (ranked[0]?.score ?? 0) > 0),
    confidence,
    sure: false,
    read: [],
  };
}

/** A W alone asks for the story's main who, where, when or what: its lead answers, and nothing need be read for that. */
function answerStory(open: OpenArticle, question: Question): Answered {
  const w = question.story ?? 'what';
  const quotes = rankStory(open.index, w)
    .slice(0, KEPT)
    .map(({ at, score, phrase }) => ({ quote: quote(open.article, at), score, phrase }));
  const sure = w === 'what' || quotes[0]?.phrase !== undefined;
  return { kind: 'answer', question, quotes, shown: Math.min(1, quotes.length), confidence: 1, sure, read: [] };
}
