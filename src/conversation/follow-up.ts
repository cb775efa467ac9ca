import { type Answer, type Answered, answer, NO_TALK } from '../answering/answer.ts';
import { answerOfDocument } from '../answering/of-the-document.ts';
import type { OpenArticle } from '../answering/open-article.ts';
import { asWritten, type Question, readQuestion } from '../answering/question.ts';
import { quote } from '../article/article.ts';
import { firstWords } from '../document/first-words.ts';
import type { Person } from '../reading/reader.ts';
import type { ArticleIndex } from '../search/article-index.ts';
import type { Asked } from './conversations.ts';
import type { Said } from './said.ts';

/** An answer in a conversation. */
export interface AnswerInTalk {
  readonly answer: Answer;
  /** Whether it goes on from what was said before: the question alone would be answered otherwise. */
  readonly goesOn: boolean;
  /** What was assumed to be meant, where it goes on. */
  readonly about?: string;
  /** Whether the answer was chosen by somebody. */
  readonly chosen?: true;
  /** What the next question may go on from. */
  readonly said?: Said;
}

/** What somebody has chosen for a question: a sentence by its number, counting from 0; null where the article doesn't say; undefined where nobody has. */
type Chosen = number | null | undefined;

/** A topic is at most this many UTF-16 units long. */
const TOPIC = 60;

/** So many turns go in with the next question, and so many quotes are remembered. */
const TURNS = 2;
const REMEMBERED = 20;

/**
 * Answers a question in a conversation: with what was said before, where that changes the answer, and otherwise as if nothing had been.
 * @param asked what somebody typed, and the W of the command it was typed behind
 * @param said what was said before; undefined: nothing
 * @param by who asks
 * @param choose what somebody has chosen for the question, as it stands or about something
 */
export async function answerIn(
  open: OpenArticle,
  asked: Asked,
  said: Said | undefined,
  by: Person,
  choose: (about?: string) => Promise<Chosen> = async () => undefined,
): Promise<AnswerInTalk> {
  const read = readQuestion(open.index, asked.text, asked.asks);
  if (read.kind !== 'question') return { answer: read, goesOn: false };
  const { question } = read;
  const own = await choose();
  const ofDocument = own === undefined ? answerOfDocument(open.article, question, said !== undefined) : undefined;
  if (ofDocument) return { answer: ofDocument, goesOn: false }; // and the talk is about what it was
  const before = asked.text.trim() === '' ? undefined : said; // a command's W alone asks for the story's
  const [alone, inTalk] = await Promise.all([
    question.needsTalk ? undefined : answer(open, question, NO_TALK, by),
    before && answer(open, question, before, by),
  ]);
  const about = before?.about || undefined;
  const chosen = about === undefined ? undefined : await choose(about);
  const isChosenAlone = alone !== undefined && chosen === undefined && own !== undefined; // whoever chose it meant it wherever it is asked
  const isOfAnother = alone !== undefined && inTalk !== undefined && namesAnother(open.index, question, about ?? '', alone, inTalk);
  const isPlain = alone?.sure && inTalk?.kind === 'not in the article'; // what stands before it in the talk has nothing to do with it
  if (inTalk && before && !isChosenAlone && !isOfAnother && !isPlain && (!alone || !isSame(alone, inTalk))) {
    const given = chosenOr(open, inTalk, chosen);
    const next = saidAfter(question, given.answer, before, before.about || topicOf(open.index, question));
    return { ...given, goesOn: true, ...(about && { about }), said: next };
  }
  if (!alone) return { answer: { kind: 'nothing to look for' }, goesOn: false };
  const surer = isPlain ? { sure: false } : inTalk && { confidence: inTalk.confidence, sure: inTalk.sure }; // read twice, it is known better
  const given = chosenOr(open, { ...alone, ...surer }, own);
  const isSaid = given.answer.kind === 'answer'; // a refusal leaves the talk about what it was
  return {
    ...given,
    goesOn: false,
    said: saidAfter(question, given.answer, before, isSaid || !before ? topicOf(open.index, question) : before.about),
  };
}

/**
 * Whether a question has a name that the talk is not about, which the sentence that answers it alone has, and the one that answers it in the talk has
 * not: "What happened in Damascus?" after a question about Aleppo.
 */
function namesAnother(index: ArticleIndex, { words }: Question, about: string, alone: Answered, inTalk: Answered): boolean {
  const names = words.filter(({ form, stem }) => index.names.has(form) && index.postings.has(stem)).map(({ form }) => form);
  const has = ({ kind, quotes: [found] }: Answered, name: string) =>
    kind === 'answer' && found !== undefined && found.quote.text.toLowerCase().includes(name);
  return names.some((name) => !about.toLowerCase().includes(name) && has(alone, name) && !has(inTalk, name));
}

/** Whether two answers are the same to who reads them: the same first quote, or both that the article doesn't say. */
function isSame(one: Answered, other: Answered): boolean {
  return one.kind === other.kind && (one.kind === 'not in the article' || one.quotes[0]?.quote.index === other.quotes[0]?.quote.index);
}

/** The answer that was chosen, with the quotes that had been found behind it; or the one that was found. */
function chosenOr(open: OpenArticle, answer: Answered, at: Chosen): { answer: Answered; chosen?: true } {
  if (at === undefined) return { answer };
  if (at === null) return { answer: { ...answer, kind: 'not in the article', shown: 0, confidence: 0, sure: false }, chosen: true };
  const others = answer.quotes.filter((found) => found.quote.index !== at);
  const first = { quote: quote(open.article, at), score: answer.quotes[0]?.score ?? 0 };
  return { answer: { ...answer, kind: 'answer', quotes: [first, ...others], shown: 1, confidence: 1, sure: true }, chosen: true };
}

/** What the next question may go on from. */
function saidAfter(question: Question, answer: Answered, before: Said | undefined, about: string): Said {
  const shown = answer.kind === 'answer' ? answer.quotes.slice(0, answer.shown).map((found) => found.quote.index) : [];
  const [first] = shown;
  const turn = { question: question.text, ...(first !== undefined && { sentence: first }) };
  return {
    turns: [turn, ...(before?.turns ?? [])].slice(0, TURNS),
    quoted: [...new Set([...shown, ...(before?.quoted ?? [])])].slice(0, REMEMBERED),
    about,
  };
}

/** What a question of its own is about: the names in it, or else its words, as far as the article has them. */
function topicOf(index: ArticleIndex, { words }: Question): string {
  const own = words.filter(({ stem }) => index.postings.has(stem));
  const names = own.filter(({ form }) => index.names.has(form)).map(({ form }) => asWritten(index, form));
  return firstWords(names.length > 0 ? names.join(' ') : own.map(({ form }) => form).join(', '), TOPIC);
}
