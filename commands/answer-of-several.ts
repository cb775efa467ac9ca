import type { Answered } from '../src/answering/answer.ts';
import type { Asked } from '../src/conversation/conversations.ts';
import type { Desk, Given } from '../src/desk.ts';
import { ASKED, nearestOf } from '../src/library/nearest.ts';
import type { Reply } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { type Besides, quoteBlock } from './answer.ts';
import type { Request } from './command.ts';

/** What a text says. */
interface Said extends Pick<Given, 'answer' | 'chosen'> {
  readonly desk: Desk;
}

/** What was found in one of several texts, and what others say to it. */
export interface OfSeveral {
  readonly given: Given;
  readonly desk: Desk;
  readonly besides?: Besides;
}

/**
 * Answers a question that may be meant of several texts: of the one that is talked about, where it goes on in the talk; or else of those that
 * have most of its words, the best one first.
 * @param desk of the text that is talked about
 */
export async function answerOfSeveral(
  request: Request,
  asked: Asked,
  desk: Desk,
  among: NonNullable<Request['among']>,
): Promise<OfSeveral | Reply> {
  const { talked, desks } = among;
  const inTalk = talked ? await desk.ask(asked, request) : undefined;
  if (inTalk && (inTalk.goesOn || inTalk.chosen || !isAnswered(inTalk.answer))) return { given: inTalk, desk };
  const others = nearestOf(inTalk ? desks.filter((one) => one !== desk) : desks, asked, inTalk ? ASKED - 1 : ASKED);
  const rest = await Promise.all(others.map(async (one): Promise<Said> => ({ desk: one, ...(await one.answer(asked, request.place)) })));
  const all = bestFirst([...(inTalk ? [{ desk, ...inTalk }] : []), ...rest]);
  const [best] = all;
  if (!best || all.every(({ answer }) => answer.kind === 'header')) return among.which();
  const isSaid = best.answer.kind !== 'not in the article' || best.chosen;
  if (!isSaid && inTalk) return { given: inTalk, desk }; // the talk stays with its text
  if (!isSaid) return { given: { ...best, goesOn: false, private: request.private }, desk: best.desk }; // and none begins
  const given = inTalk && best.desk === desk ? inTalk : await best.desk.ask(asked, { ...request, from: 'nothing' });
  return { given, desk: best.desk, besides: besides(best, all) };
}

function isAnswered(answer: Given['answer']): answer is Answered {
  return answer.kind === 'answer' || answer.kind === 'not in the article';
}

/** What several texts say, the best answer first. */
export function bestFirst(all: readonly Said[]): readonly Said[] {
  return all.toSorted((a, b) => rankOf(b) - rankOf(a));
}

/** What a moderator has chosen comes first, then what answers, by how probable that is. */
function rankOf({ answer, chosen }: Said): number {
  if (!isAnswered(answer)) return answer.kind === 'header' ? 1 : -1;
  return (chosen ? 2 : 0) + (answer.kind === 'answer' ? 1 : 0) + answer.confidence;
}

/** What other texts answer, where they are as sure of it: their best quotes. */
function besides(best: Said, all: readonly Said[]): Besides {
  const { answer } = best;
  if (answer.kind !== 'answer' || best.chosen) return { before: [], behind: [] };
  const others = all.flatMap(({ desk, answer: other }) =>
    desk !== best.desk && other.kind === 'answer' && (other.sure || !answer.sure) ? [{ desk, answer: other }] : [],
  );
  const behind = others.flatMap(({ desk, answer: { quotes } }) =>
    quotes.slice(0, 1).map((found) => quoteBlock(found.quote, desk, found.phrase)),
  );
  const differ = others.some((one) => !isSame(phraseOf(one.answer), phraseOf(answer)));
  return { before: differ ? [{ kind: 'note', text: wording.textsDiffer, needed: true }] : [], behind };
}

/** "on Friday" says no other thing than "Friday". */
function isSame(one = '', other = ''): boolean {
  return one.includes(other) || other.includes(one);
}

/** The words that answer, however they are written; the whole quote where they aren't known. */
function phraseOf({ quotes: [found] }: Answered): string | undefined {
  if (!found) return undefined;
  const { quote, phrase } = found;
  const words = phrase ? quote.text.slice(phrase.start, phrase.end) : quote.text;
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
