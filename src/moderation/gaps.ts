import type { ArticleIndex } from '../answering/article-index.ts';
import { isSameQuestion } from '../answering/same-question.ts';
import type { Store } from '../store/store.ts';
import { takeTurns } from '../store/turns.ts';
import { DAY, newNumber } from './records.ts';

/** A question that readers of a guild asked in vain. Who asked it is not known. */
export interface Gap {
  readonly id: number;
  readonly guild: string;
  readonly question: string;
  /** What the question went on from; undefined where it stood on its own. */
  readonly about?: string;
  /** On which days it was asked, counting from 1970, and how often on each: the newest first, of the last thirty. */
  readonly days: readonly (readonly [day: number, times: number])[];
}

export interface Gaps {
  /** Notes that a question was asked in vain. */
  note(guild: string, question: string, about?: string): Promise<void>;
  /** Those that were asked most often first. */
  list(guild: string): readonly Gap[];
  keep(gap: Gap): Promise<void>;
  remove(guild: string, id: number): Promise<void>;
  clear(guild: string): Promise<void>;
  forgetGuilds(goes: (guild: string) => boolean): Promise<void>;
  /** Lets go of what was asked more than thirty days ago. */
  tidy(): Promise<void>;
}

const GAPS = 'gap/';

/** Days. */
const REMEMBERED = 30;

/** So many of a guild are kept. */
const MOST = 500;

/** @param kept false: nothing is kept, and what was is let go */
export function openGaps(store: Store, index: ArticleIndex, kept: boolean, now: () => number): Gaps {
  const today = () => Math.floor(now() / DAY);
  const fresh = (gap: Gap): Gap => ({ ...gap, days: gap.days.filter(([day]) => today() - day < REMEMBERED) });
  const listed = (prefix: string) => store.list(GAPS + prefix).map(([, gap]) => fresh(gap as Gap));
  const keep = (gap: Gap) => store.set(`${GAPS}${gap.guild}/${gap.id}`, gap);
  const remove = (guild: string, id: number) => store.delete(`${GAPS}${guild}/${id}`);
  const removeWhere = async (prefix: string, goes: (gap: Gap) => boolean) => {
    await Promise.all(listed(prefix).flatMap((gap) => (goes(gap) ? remove(gap.guild, gap.id) : [])));
  };
  const note = async (guild: string, question: string, about?: string) => {
    const all = listed(`${guild}/`);
    const known = all.find((gap) => gap.about === about && isSameQuestion(index, gap.question, question));
    if (!known && all.length >= MOST) await removeOldest(all, remove);
    const [[day, times] = [today(), 0], ...others] = known?.days ?? [];
    const days: Gap['days'] = day === today() ? [[day, times + 1], ...others] : [[today(), 1], [day, times], ...others];
    await keep({ ...(known ?? { id: newNumber(), guild, question, ...(about !== undefined && { about }) }), days });
  };
  const inTurn = takeTurns();
  return {
    note: async (guild, question, about) => {
      if (kept) await inTurn(guild, () => note(guild, question, about));
    },
    list: (guild) =>
      listed(`${guild}/`)
        .filter(({ days }) => days.length > 0)
        .sort((a, b) => timesOf(b) - timesOf(a) || newestOf(b) - newestOf(a)),
    keep,
    remove,
    clear: (guild) => removeWhere(`${guild}/`, () => true),
    forgetGuilds: (goes) => removeWhere('', ({ guild }) => goes(guild)),
    tidy: () => removeWhere('', ({ days }) => !kept || days.length === 0),
  };
}

/** How often it was asked in the last thirty days. */
export function timesOf({ days }: Gap): number {
  return days.reduce((sum, [, times]) => sum + times, 0);
}

/** When it was asked last: the day's beginning, in milliseconds since 1970. */
export function newestOf({ days }: Gap): number {
  return (days[0]?.[0] ?? 0) * DAY;
}

async function removeOldest(gaps: readonly Gap[], remove: Gaps['remove']): Promise<void> {
  const [oldest] = [...gaps].sort((a, b) => newestOf(a) - newestOf(b));
  if (oldest) await remove(oldest.guild, oldest.id);
}
