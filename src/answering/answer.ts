import { type Quote, quote } from '../article/article.ts';
import type { Span } from '../article/span.ts';
import type { ArticleIndex } from './article-index.ts';
import type { Asks } from './asks.ts';
import type { Candidate } from './candidates.ts';
import { confidenceOf, rightnessOf, signsOf } from './confidence.ts';
import { followUpConfidenceOf } from './follow-up-confidence.ts';
import { FOLLOW_UP_FEATURES } from './follow-up-features.ts';
import { phrasesFor } from './phrases.ts';
import { isForStory, type NotAQuestion, type Question, type Reading, readQuestion } from './question.ts';
import { type Ranked, rank } from './rank.ts';

/** A quote that may answer. */
export interface Found {
  readonly quote: Quote;
  readonly score: number;
  /** The words in the quote that answer, as offsets into its text. */
  readonly phrase?: Span | undefined;
  /** The sentence beside the question: `reasonsFor` says what made it win, or lose. Somebody may have chosen it instead. */
  readonly candidate?: Candidate;
}

export type Answer =
  | {
      kind: 'answer' | 'not in the article';
      question: Question;
      /** The best quotes first; where the article doesn't say, the nearest lines. */
      quotes: readonly Found[];
      /** How many of the quotes, from the first, to show: the others are clearly behind. */
      shown: number;
      /** How probable it is that the article answers, 0 to 1. */
      confidence: number;
      /** Whether the first quote is so probably right that nothing need be said about it. */
      sure: boolean;
    }
  | NotAQuestion;

/** From this confidence on the bot says that the article answers: it is learned where most questions have no answer, and readers ask few such. */
const CONFIDENT = 0.22;

/** A second quote whose score is this near to the first's is nearly as good: it is right in half of the training questions. */
const NEARLY = 0.75;

/** Of the training questions that are answered, the first quote is right in nearly nine of ten from this on, and in six of ten below it. */
const SURE = 0.35;
const SURE_OF_FOLLOW_UP = 0.6;

const KEPT = 10;

/** Answers a question with the article's sentences, or says that it doesn't say. */
export function answer(index: ArticleIndex, text: string, asks?: Asks): Answer {
  return answerTo(index, readQuestion(index, text, asks));
}

/** Answers what has been read already. */
export function answerTo(index: ArticleIndex, reading: Reading): Answer {
  if (reading.kind !== 'question') return reading;
  const { question } = reading;
  if (question.terms.length === 0 && question.nameless && !question.follows) return { kind: 'nothing to look for' };
  const ranked = rank(index, question);
  const wholeStory = isForStory(question);
  const signs = signsOf(question, ranked);
  const confidence = wholeStory ? 1 : question.follows ? followUpConfidenceOf(question, ranked, signs) : confidenceOf(signs);
  const answered = ranked.length > 0 && confidence >= CONFIDENT;
  const [best, second] = ranked;
  const oneIsMeant = wholeStory || question.follows?.wants === 'speaker' || question.follows?.wants === 'next';
  const near = !oneIsMeant && best && second && best.score - second.score < NEARLY;
  return {
    kind: answered ? 'answer' : 'not in the article',
    question,
    quotes: ranked.slice(0, KEPT).map((one) => found(index, question, one)),
    shown: answered ? (near ? 2 : 1) : Math.min(3, ranked.length),
    confidence,
    sure: question.follows
      ? isSureFollowUp(question, best, confidence)
      : (wholeStory || rightnessOf(signs) >= SURE) && !lacksPhrase(index, question, best),
  };
}

/** Whether a number, or by a W alone a who, where or when, is asked for and the best sentence has none. */
function lacksPhrase(index: ArticleIndex, question: Question, best: Ranked | undefined): boolean {
  const { asks, terms } = question;
  const isWanted = asks === 'how many' || asks === 'how long' || (terms.length === 0 && asks !== 'what');
  return isWanted && (!best || phrasesFor(question, index, best.candidate.sentence, best.candidate.traits.text).length === 0);
}

/** A question for a detail alone is surely answered by a phrase of its kind; one with words of its own has to be confident. */
function isSureFollowUp({ terms, follows }: Question, best: Ranked | undefined, confidence: number): boolean {
  if (follows?.wants === 'detail' && terms.length === 0)
    return best !== undefined && best.candidate.question.asks !== 'why' && FOLLOW_UP_FEATURES['the kind of phrase'](best.candidate) > 0;
  return confidence >= SURE_OF_FOLLOW_UP;
}

function found(index: ArticleIndex, question: Question, { candidate, score }: Ranked): Found {
  const { at, sentence, traits } = candidate;
  const phrase = question.asks === 'why' ? undefined : phrasesFor(question, index, sentence, traits.text)[0];
  return { quote: quote(index.article, at), score, phrase, candidate };
}
