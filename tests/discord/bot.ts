import { pino } from 'pino';
import { type Article, readArticle } from '../../src/article/article.ts';
import { readArticleFile } from '../../src/article/files.ts';
import type { Connection } from '../../src/config.ts';
import { type Desk, type Keeping, openDesk } from '../../src/desk.ts';
import { runBot, type Surroundings } from '../../src/discord/bot.ts';
import { type Around, type Library, libraryOf, openLibrary } from '../../src/library/library.ts';
import { memoryStore } from '../../src/store/store.ts';
import { aleppoReader } from '../reader.ts';
import type { LocalDiscord } from './local/discord.ts';
import { until } from './local/until.ts';

/** A bot that runs on a local Discord. */
export interface Bot {
  /** Lines for the host. */
  readonly printed: readonly string[];
  /** Lines of the log. */
  readonly logged: readonly Readonly<Record<string, unknown>>[];
  /** Why it ended by itself. */
  readonly ended: Promise<string | undefined>;
  stop(): Promise<string | undefined>;
}

/** What else the bot may have around it. */
export type More = Partial<Pick<Surroundings, 'cooldown' | 'meter' | 'memory' | 'watch' | 'file'>>;

/** Starts the bot; it is not ready yet. */
export function launch(discord: LocalDiscord, about: Article | Desk | Library, set: Partial<Connection> = {}, more: More = {}): Bot {
  const [printed, logged]: [string[], Record<string, unknown>[]] = [[], []];
  const stop = new AbortController();
  const log = pino({ level: 'info', base: null }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const config = { token: discord.token, api: discord.api, ...set };
  const ended = runBot(libraryIn(about), config, {
    log,
    memory: memoryStore(),
    print: (line) => printed.push(line),
    stop: stop.signal,
    ...more,
  });
  return {
    printed,
    logged,
    ended,
    stop: () => {
      stop.abort();
      return ended;
    },
  };
}

function libraryIn(about: Article | Desk | Library): Library {
  if ('shelves' in about) return about;
  return 'ask' in about ? libraryOf(about) : libraryOn(about);
}

/** Starts the bot, and waits until it is ready. */
export async function startBot(...given: Parameters<typeof launch>): Promise<Bot> {
  const bot = launch(...given);
  await until('the bot is ready', () => bot.printed.some((line) => line.includes('is online')));
  return bot;
}

/** A desk whose reader a test can predict. */
export function deskOn(article: Article, keeping: Partial<Keeping> = {}, reader = aleppoReader()): Desk {
  return openDesk(article, reader, keeping);
}

/** A library whose reader a test can predict. */
export function libraryOn(article: Article, around: Around = {}, reader = aleppoReader()): Library {
  return openLibrary(article, reader, around);
}

const shipped = await readArticleFile('content/aleppo-2012.txt');

/** The article that ships. */
export function aleppo(): Article {
  if (shipped.kind !== 'article') throw new Error(`the shipped article is ${shipped.kind}`);
  return shipped.article;
}

/** An article of one's own. */
export function articleOf(text: string, about: Partial<Article['about']> = {}): Article {
  return readArticle({ title: 'A title', ...about }, text);
}

const TREES = ['oak', 'elm', 'ash', 'fir', 'yew', 'box', 'fig', 'bay', 'larch', 'cedar', 'maple', 'birch'];

/** An article of so many sentences of this length, a paragraph each, which have hardly a word in common. */
export function longArticle(sentences: number, length: number): Article {
  const sentence = (tree: string) => `${`The ${tree} stands${` by ${tree}house`.repeat(length)}`.slice(0, length - 1)}.`;
  return articleOf(TREES.slice(0, sentences).map(sentence).join('\n\n'));
}
