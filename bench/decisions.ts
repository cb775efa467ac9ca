import { wordsIn } from '../src/answering/answer.ts';
import type { Beside } from '../src/answering/decide.ts';
import { handedDown } from '../src/answering/hand-down.ts';
import { type OpenArticle, openArticle } from '../src/answering/open-article.ts';
import { readQuestion } from '../src/answering/question.ts';
import { read, type SentenceReading } from '../src/answering/read.ts';
import { readArticle } from '../src/article/article.ts';
import { answerIn } from '../src/conversation/follow-up.ts';
import type { Said } from '../src/conversation/said.ts';
import type { Reader } from '../src/reading/reader.ts';
import { type LabelledTurn, overlaps, type TalkSet } from './sets.ts';
import { type Kind, kindOf } from './talk.ts';

const BY = 'bench';

/** What there was to decide by when a question was answered, and what would have been right. */
export interface Decided {
  readonly kind: Kind;
  /** Of its article in the set, counting from 0. */
  readonly article: number;
  readonly answerable: boolean;
  readonly sentences: readonly SentenceReading[];
  readonly beside: Beside;
  /** Whether a sentence answers, by its number. */
  readonly isRight: (at: number) => boolean;
  /** Whether its answer is the one that was given: what a talk adds nothing to is answered without it. */
  readonly given: boolean;
}

/** Everything that was decided while the talks of a set were held, with the bot's own answers. A W alone and other languages are not read. */
export async function decisionsIn({ articles }: TalkSet, reader: Reader): Promise<Decided[]> {
  const all: Decided[] = [];
  for (const [article, { text, questions, talks }] of articles.entries()) {
    const open = openArticle(readArticle({ title: '' }, text), reader);
    for (const one of questions) all.push(...(await decisionsFor(open, article, 'single', one, undefined)).decided);
    for (const talk of talks) {
      let said: Said | undefined;
      for (const turn of talk) {
        const { decided, next } = await decisionsFor(open, article, kindOf(turn), turn, said);
        all.push(...decided);
        said = next ?? said;
      }
    }
  }
  return all;
}

async function decisionsFor(open: OpenArticle, article: number, kind: Kind, asked: LabelledTurn, said: Said | undefined) {
  const inTalk = await answerIn(open, { text: asked.question }, said, BY);
  const { said: next, goesOn } = inTalk;
  const given = readQuestion(open.index, asked.question);
  const isRead = given.kind === 'question' && (said ? true : !given.question.story && !given.question.needsTalk);
  if (!isRead || (await open.foreign())) return { decided: [], next };
  const isRight = (at: number) => overlaps(open.article.sentences[at] ?? { start: 0, end: 0 }, asked.evidence);
  const same = { kind, article, answerable: asked.answerable, isRight };
  const { question } = given;
  const readBy = async (talk: Said['turns']) => handedDown(open.article, (await read(open, question, talk, BY)).sentences, question);
  const alone = await readBy([]);
  const words = wordsIn(open.index, question);
  const decided: Decided[] = goesOn || question.story ? [] : [{ ...same, sentences: alone, beside: { ...words, quoted: [] }, given: true }];
  if (said) {
    const sentences = await readBy(said.turns);
    decided.push({ ...same, sentences, beside: { ...words, quoted: said.quoted }, given: goesOn });
  }
  return { decided, next };
}
