import { setTimeout as pause } from 'node:timers/promises';
import type { OpenArticle } from '../answering/open-article.ts';
import { suggestions } from '../answering/suggest.ts';
import type { Article } from '../article/article.ts';
import { type Kept, openConversations, type Place } from '../conversation/conversations.ts';
import { type Desk, type Keeping, openDesk, SILENCE } from '../desk.ts';
import type { Reader } from '../reading/reader.ts';
import { matching } from '../search/spelling.ts';
import { inEach } from '../store/collection.ts';
import { memoryStore } from '../store/store.ts';
import type { Sources } from './bring.ts';
import type { Held } from './held.ts';
import { type HostText, openHost } from './host.ts';
import { type OpenArticleOf, openDesks } from './open-desks.ts';
import { ownDesk } from './own-page.ts';
import { openPermits, type Permit } from './permits.ts';
import { openProposals, type Proposals } from './proposals.ts';
import { articlesOf, type Limits, type Shelf, type Text } from './shelf.ts';
import { openShelves, type Shelves } from './shelves.ts';
import { openUndecided, type Undecided } from './undecided.ts';

/** The texts that are talked about: the host's, and those that guilds have brought in. */
export interface Library {
  /** The host's: where a guild has brought in none, that is the one. */
  readonly host: Desk;
  /** Lets the host's text have another version. */
  renew(article: Article): void;
  readonly shelves: Shelves;
  readonly proposals: Proposals;
  readonly undecided: Held<Undecided>;
  readonly permits: Held<Permit>;
  /** What brings texts in; undefined where nothing does. */
  readonly sources?: Sources;
  /** Whether the pages of texts are looked at again. */
  readonly watches: boolean;
  /** The page about the bot itself, opened; undefined where there is none. */
  ownPage(): Promise<Desk | undefined>;
  /** Opens an article that is kept nowhere: what is said of it goes on as what is said of the others does. */
  openArticle(article: Article): Desk;
  /** Looks for questions that a text answers, while nobody waits, and keeps them. */
  learn(guild: string, text: Text): void;
  /** Questions that an article answers, a few, as far as they are found soon. */
  questionsOf(article: Article): Promise<readonly string[]>;
  /** The texts of a guild; none in direct messages, and none where nobody has brought any. */
  texts(place: Pick<Place, 'guild'>): Promise<readonly Text[]>;
  /** Those of them that a channel talks about: none where that is the host's. */
  talkedAbout(place: Place): Promise<readonly Text[]>;
  /** A text, opened. @returns undefined where it has gone meanwhile */
  open(guild: string, text: Text): Promise<Desk | undefined>;
  /** A version of a text, opened. */
  version(guild: string, text: Text, fingerprint: string): Promise<Desk | undefined>;
  /** The article that has a fingerprint, as somebody in this place may see it; `now`: of an earlier version, the one of today. */
  find(
    place: Pick<Place, 'guild'>,
    fingerprint: string,
  ): Promise<{ readonly desk: Desk; readonly now: Desk; readonly text?: Text } | undefined>;
  /** The last answer that somebody got in a place. */
  last(place: Place): Promise<Kept | undefined>;
  readonly forget: Desk['forget'];
}

/** What a library is made of. */
interface Parts {
  readonly host: HostText;
  readonly shelves: Shelves;
  readonly last: Library['last'];
  readonly report: Keeping['report'];
  readonly sources?: Sources | undefined;
  readonly watch?: boolean | undefined;
  readonly ownPage?: (() => Promise<Article | undefined>) | undefined;
  open: OpenArticleOf;
}

function libraryWith({ host, shelves, last, open: openArticle, report, sources, watch = true, ownPage: readOwnPage }: Parts): Library {
  let page: Promise<Desk | undefined> | undefined;
  const ownPage = () => {
    page ??= Promise.resolve(readOwnPage?.()).then((read) => read && ownDesk(openArticle(read)));
    return page;
  };
  const { version, close } = openDesks(shelves, openArticle);
  /** Where a shelf can't be read, people get answers from the host's text. */
  const shelfOf = async ({ guild }: Pick<Place, 'guild'>): Promise<Shelf | undefined> =>
    guild === undefined ? undefined : shelves.of(guild).catch((error) => void report(error));
  const texts = async (place: Pick<Place, 'guild'>) => (await shelfOf(place))?.texts ?? [];
  const held = { proposals: openProposals(), undecided: openUndecided(), permits: openPermits() };
  return {
    get host() {
      return host.now;
    },
    renew: host.renew,
    shelves,
    ...held,
    ...(sources && { sources }),
    watches: sources !== undefined && watch,
    ownPage,
    openArticle: (one) => openArticle(one),
    learn: (guild, text) => {
      const work = async () => {
        const desk = await version(guild, text, text.article);
        await desk?.prepare();
        if (desk) await shelves.answers(guild, text.article, desk.suggestions(KNOWN));
      };
      work().catch(report);
    },
    questionsOf: (one) => someQuestions(openArticle(one).opened),
    texts,
    talkedAbout: async (place) => {
      const shelf = await shelfOf(place);
      return shelf ? chosenIn(shelf, place) : [];
    },
    open: (guild, text) => version(guild, text, text.article),
    version,
    find: async (place, fingerprint) => {
      if (fingerprint === host.now.fingerprint) return { desk: host.now, now: host.now };
      const own = await ownPage();
      if (fingerprint === own?.fingerprint) return { desk: own, now: own };
      const { guild } = place;
      const all = await texts(place);
      const text = all.find(({ article: now }) => now === fingerprint) ?? all.find((one) => articlesOf(one).includes(fingerprint));
      if (guild === undefined || !text) {
        const before = host.earlier(fingerprint);
        return before && { desk: before, now: host.now };
      }
      const [desk, now] = [await version(guild, text, fingerprint), await version(guild, text, text.article)];
      return desk && now && { desk, now, text };
    },
    last,
    forget: {
      forgetUser: async (user) => {
        held.proposals.removeEach((one) => one.user === user);
        held.undecided.removeEach((one) => one.user === user);
        held.permits.removeEach(({ author }) => author.id === user);
        await inEach([host.now.forget, shelves], (one) => one.forgetUser(user));
      },
      forgetGuild: async (guild) => {
        close(guild);
        await inEach([host.now.forget, shelves], (one) => one.forgetGuild(guild));
      },
      tidy: () => inEach([host.now.forget, shelves], (one) => one.tidy()),
      guilds: () => host.now.forget.guilds(),
    },
  };
}

/** So many questions that a text answers are kept. */
const KNOWN = 50;

/** So many questions are looked for, for so many milliseconds: a moderator waits for them. */
const QUESTIONS = 3;
const LOOKING = 8000;

async function someQuestions(opened: OpenArticle): Promise<readonly string[]> {
  const found: string[] = [];
  const look = async () => {
    for await (const question of suggestions(opened, QUESTIONS)) found.push(question);
  };
  const late = new AbortController();
  await Promise.race([look(), pause(LOOKING, undefined, { signal: late.signal })]).finally(() => late.abort());
  return [...found];
}

/** The texts that a channel talks about: its own choice, that of the channel that it is a thread of, or all. */
function chosenIn({ texts, channels }: Shelf, { channel, parent = '' }: Place): readonly Text[] {
  const ids = channels[channel] ?? channels[parent];
  return ids ? texts.filter(({ id }) => ids.includes(id)) : texts;
}

/** What else a library needs to know of where it is. */
export type Around = Partial<Pick<Keeping, 'store' | 'silence' | 'gaps' | 'report'>> & {
  readonly limits?: Limits;
  readonly sources?: Sources;
  /** Whether the pages of texts are looked at again. */
  readonly watch?: boolean;
  /** Reads the page about the bot itself, when it is asked for first. */
  readonly ownPage?: () => Promise<Article | undefined>;
};

/** @param article the host's @param reader what reads all articles */
export function openLibrary(article: Article, reader: Reader, { limits, sources, watch, ownPage, ...keeping }: Around = {}): Library {
  const { store = memoryStore(), silence = SILENCE, report = () => undefined } = keeping;
  const conversations = openConversations(store, silence);
  const open: Parts['open'] = (one, more) => openDesk(one, reader, { ...keeping, store, silence, conversations, ...more });
  const shelves = openShelves(store, limits);
  return libraryWith({ host: openHost(article, open), shelves, last: conversations.last, report, sources, watch, ownPage, open });
}

/** A library of one text alone. */
export function libraryOf(host: Desk): Library {
  return libraryWith({
    host: openHost(host.article, () => host),
    shelves: openShelves(memoryStore()),
    last: async () => undefined,
    report: () => undefined,
    open: () => host,
  });
}

/** What has a title, as somebody may have typed that: the likeliest first. */
export function titled<T extends { readonly title: string }>(typed: string, texts: readonly T[]): readonly T[] {
  const exact = texts.filter(({ title }) => title.toLowerCase() === typed.trim().toLowerCase());
  if (exact.length > 0) return exact;
  return matching(
    typed,
    texts.map(({ title }) => title),
  ).flatMap((title) => texts.filter((text) => text.title === title));
}
