import type { ArticleIndex } from '../search/article-index.ts';
import { keyOf } from '../search/same-question.ts';
import { openCollection } from '../store/collection.ts';
import { newNumber } from '../store/number.ts';
import { allOf, type Store } from '../store/store.ts';
import type { InTurn } from '../store/turns.ts';
import { DAY } from './records.ts';

/** A question that readers of a guild asked in vain. Who asked it is not known. */
export interface Gap {
  readonly id: number;
  readonly guild: string;
  readonly question: string;
  /** What alike questions have in common. */
  readonly key: string;
  /** What the question went on from; undefined where it stood on its own. */
  readonly about?: string;
  /** The id of the guild's text that it was asked of; undefined where that was the host's. */
  readonly text?: number;
  /** On which days it was asked, counting from 1970, and how often on each: the newest first, of the last thirty. */
  readonly days: readonly (readonly [day: number, times: number])[];
}

export interface Gaps {
  /** Whether any are kept. */
  readonly kept: boolean;
  /** Notes that a question was asked in vain. @param text the id of the guild's text that it was asked of */
  note(guild: string, question: string, about?: string, text?: number): Promise<void>;
  /** Those that were asked most often first. */
  list(guild: string): Promise<readonly Gap[]>;
  /** Takes one out of the list. @returns how it was */
  take(guild: string, id: number): Promise<Gap | undefined>;
  /** Puts one back; what was asked meanwhile counts too. */
  putBack(gap: Gap): Promise<void>;
  clear(guild: string): Promise<void>;
  forgetGuild(guild: string): Promise<void>;
  adopt(): Promise<void>;
  /** Lets go of what was asked more than thirty days ago. */
  tidy(): Promise<void>;
}

/** Days. */
const REMEMBERED = 30;

/** So many of a guild are kept. */
const MOST = 500;

/**
 * @param kept false: nothing is kept, and what was is let go
 * @param inTurn what changes a guild's gaps does so in turn
 */
export function openGaps(store: Store, index: ArticleIndex, kept: boolean, inTurn: InTurn, now: () => number): Gaps {
  const gaps = openCollection<Gap>(store, 'gap', (gap) => ({ guild: gap.guild, at: newestOf(gap) * DAY }));
  const today = () => Math.floor(now() / DAY);
  const fresh = (gap: Gap): Gap => ({ ...gap, days: gap.days.filter(([day]) => today() - day < REMEMBERED) });
  const listed = async (guild: string) => (await allOf(gaps.list(`${guild}/`))).map(([, gap]) => fresh(gap));
  const idOf = (guild: string, id: number) => `${guild}/${id}`;
  const keep = (gap: Gap) => gaps.keep(idOf(gap.guild, gap.id), gap);
  const remove = (guild: string, id: number) => gaps.remove(idOf(guild, id));
  const forgetGuild = (guild: string) => gaps.changeEach({ guild }, () => undefined);
  const alike = (all: readonly Gap[], { key, about, text }: Pick<Gap, 'key' | 'about' | 'text'>) =>
    all.find((gap) => gap.about === about && gap.key === key && gap.text === text);
  const note = async (guild: string, question: string, about?: string, text?: number) => {
    const all = await listed(guild);
    const asked = {
      guild,
      question,
      key: keyOf(index, question),
      ...(about !== undefined && { about }),
      ...(text !== undefined && { text }),
    };
    const known = alike(all, asked);
    if (!known && all.length >= MOST) await removeLeast(all, remove);
    const [[day, times] = [today(), 0], ...others] = known?.days ?? [];
    const days: Gap['days'] = day === today() ? [[day, times + 1], ...others] : [[today(), 1], [day, times], ...others];
    await keep({ ...(known ?? { id: newNumber(), ...asked }), days });
  };
  const inTurnOf = <T>(guild: string, work: () => Promise<T>) => inTurn(`gaps/${guild}`, work);
  return {
    kept,
    note: async (guild, question, about, text) => {
      if (kept) await inTurnOf(guild, () => note(guild, question, about, text));
    },
    take: (guild, id) =>
      inTurnOf(guild, async () => {
        const gap = await gaps.get(idOf(guild, id));
        if (gap) await remove(guild, id);
        return gap && fresh(gap);
      }),
    putBack: (gap) =>
      inTurnOf(gap.guild, async () => {
        const since = alike(await listed(gap.guild), gap);
        if (kept) await keep(since ? { ...since, days: together(since.days, gap.days) } : gap);
      }),
    list: async (guild) =>
      (await listed(guild)).filter(({ days }) => days.length > 0).sort((a, b) => timesOf(b) - timesOf(a) || newestOf(b) - newestOf(a)),
    clear: (guild) => inTurnOf(guild, () => forgetGuild(guild)),
    forgetGuild,
    tidy: () => gaps.changeEach({ until: kept ? now() - REMEMBERED * DAY : now() }, () => undefined),
    adopt: gaps.adopt,
  };
}

/** How often it was asked in the last thirty days. */
export function timesOf({ days }: Gap): number {
  return days.reduce((sum, [, times]) => sum + times, 0);
}

/** The day on which it was asked last, counting from 1970. */
export function newestOf({ days }: Gap): number {
  return days[0]?.[0] ?? 0;
}

/** What was asked least often, and of that what was asked longest ago, goes first. */
async function removeLeast(gaps: readonly Gap[], remove: (guild: string, id: number) => Promise<void>): Promise<void> {
  const [least] = [...gaps].sort((a, b) => timesOf(a) - timesOf(b) || newestOf(a) - newestOf(b));
  if (least) await remove(least.guild, least.id);
}

/** The times of two, day by day, the newest first. */
function together(one: Gap['days'], other: Gap['days']): Gap['days'] {
  const times = new Map<number, number>();
  for (const [day, count] of [...one, ...other]) times.set(day, (times.get(day) ?? 0) + count);
  return [...times].sort(([a], [b]) => b - a);
}
