import type { Answer } from '../src/answering/answer.ts';
import { readArticle } from '../src/article/article.ts';
import { type Desk, openDesk } from '../src/desk.ts';
import type { Reader } from '../src/reading/reader.ts';
import { answerable, type Outcome, outcomeOf, refusedOf, shareOf, wrongAndSureOf } from './quality.ts';
import { brierOf } from './reliability.ts';
import type { LabelledTurn, TalkSet } from './sets.ts';
import { decimals, percent, table } from './table.ts';
import { replyOf } from './verbatim.ts';

/** What a question stands on: by itself outside of any talk; by itself, though in a talk; on what was said before. */
export const KINDS = ['single', 'alone', 'follow'] as const;
export type Kind = (typeof KINDS)[number];

const NAMES = {
  single: 'outside of a talk',
  alone: 'in a talk, stands alone',
  follow: 'in a talk, goes on from it',
} as const satisfies Record<Kind, string>;

export const kindOf = ({ alone }: LabelledTurn): Kind => (alone === undefined ? 'alone' : 'follow');

/** What came of a turn. */
export interface Turned extends Outcome {
  readonly kind: Kind;
}

/** Holds the talks of a set with the bot, as somebody would: its own answers are what a turn goes on from. */
export async function held({ articles }: TalkSet, reader: Reader): Promise<Turned[]> {
  const turned: Turned[] = [];
  for (const { text, questions, talks } of articles) {
    const desk = openDesk(readArticle({ title: '' }, text), reader);
    const note = (kind: Kind, asked: LabelledTurn, answer: Answer) =>
      turned.push({ kind, ...outcomeOf(desk.article, asked, replyOf(answer)) });
    for (const one of questions) note('single', one, (await desk.answer({ text: one.question }, { user: 'bench' })).answer);
    for (const [i, talk] of talks.entries())
      for (const turn of talk) note(kindOf(turn), turn, await askedIn(desk, turn.question, `talk ${i}`));
  }
  return turned;
}

async function askedIn(desk: Desk, text: string, channel: string): Promise<Answer> {
  return (await desk.ask({ text }, { place: { user: 'bench', channel } })).answer;
}

/** How well the talks went, in percent. */
export function talkTable(turned: readonly Turned[]): string {
  const rows = KINDS.map((kind) => {
    const some = turned.filter((one) => one.kind === kind);
    const real = answerable(some);
    return {
      question: NAMES[kind],
      answerable: `${real.length}`,
      'right and answered': percent(shareOf(real, ({ first, answered }) => first && answered)),
      'first right': percent(shareOf(real, ({ first }) => first)),
      'not said': `${some.length - real.length}`,
      refused: percent(refusedOf(some)),
    };
  });
  const sure = shareOf(turned, ({ answered, sure }) => answered && sure === true);
  return [
    table(rows),
    `Of all ${turned.length}: ${percent(sure)} % answered and sure, ${percent(wrongAndSureOf(turned))} % wrong and sure. Brier ${decimals(brierOf(turned), 3)}.`,
  ].join('\n\n');
}
