import type { Talk } from '../answering/answer.ts';
import type { Turn } from '../answering/read.ts';

/** A turn of a conversation. */
export interface SaidTurn extends Turn {
  /** Whether who asked is the only one who saw the answer: what goes on from it is for them alone, too. */
  readonly private?: true;
}

/** What has been said in a conversation so far, as far as the next question may go on from it. */
export interface Said extends Talk {
  readonly turns: readonly SaidTurn[];
  /** What the talk is about, in words of the article; empty where it can't be named. */
  readonly about: string;
}

/** Whether something of it was for one person alone. */
export function isPrivate({ turns }: Said): boolean {
  return turns.some((turn) => turn.private);
}

/** What everybody may have seen of it; undefined where that is nothing. */
export function seenByAll(said: Said): Said | undefined {
  const turns = said.turns.filter((turn) => !turn.private);
  if (turns.length === said.turns.length) return said;
  const quoted = turns.flatMap(({ sentence }) => sentence ?? []);
  return turns.length > 0 ? { turns, quoted, about: '' } : undefined;
}

/**
 * What is kept of it.
 * @param alone whether its last turn is for who asked alone
 * @param others whether the turns before that are somebody else's: of them the quotes are kept, and not what was typed
 */
export function toKeep(said: Said, alone: boolean, others: boolean): Said {
  const [last, ...before] = said.turns;
  const turns = others ? before.map((turn) => ({ ...turn, question: '' })) : before;
  return last ? { ...said, turns: [{ ...last, ...(alone && { private: true }) }, ...turns] } : said;
}

/** The same of another version of the article. @param same the numbers of its sentences there; what is not there any more is not gone on from */
export function moved(said: Said, same: readonly (number | undefined)[]): Said {
  const turns = said.turns.map(({ sentence, ...turn }) => {
    const now = sentence === undefined ? undefined : same[sentence];
    return now === undefined ? turn : { ...turn, sentence: now };
  });
  return { ...said, turns, quoted: said.quoted.flatMap((at) => same[at] ?? []) };
}
