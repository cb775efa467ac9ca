import type { Article } from '../article/article.ts';
import type { Sources } from '../library/bring.ts';
import { openLibrary } from '../library/library.ts';
import { readOwnPage } from '../library/own-page.ts';
import type { Reader } from '../reading/reader.ts';
import { wording } from '../wording.ts';
import { type Asked, readAsked } from './asked.ts';
import { openBot } from './bot.ts';
import { htmlWith } from './html.ts';
import { PEOPLE, type Person } from './people.ts';
import { openRoom } from './room.ts';
import { type Answerer, BadRequest, serve, type Web } from './server.ts';
import { openStage } from './stage.ts';
import { openUploads } from './uploads.ts';
import { newsFor, offeredTo, startOf } from './view.ts';

/** What else the page needs. */
interface Around {
  /** What brings texts in; undefined: nothing does. */
  readonly sources?: Sources;
  /** In milliseconds since 1970. */
  readonly now?: () => number;
  /** Is told of what went wrong. */
  readonly report?: (error: unknown) => void;
  /** Looks for a new version of the article: before each thing that somebody asks. */
  readonly look?: () => Promise<Article | undefined>;
}

/** Opens the page: a channel with the bot, as on Discord, in memory alone. @param article what the bot talks about at first */
export async function openWeb(
  article: Article,
  reader: Reader,
  { sources, now = Date.now, report = () => undefined, look = async () => undefined }: Around = {},
): Promise<Web> {
  const uploads = openUploads();
  const library = openLibrary(article, reader, {
    report,
    watch: false,
    ownPage: readOwnPage,
    ...(sources && { sources: uploads.with(sources) }),
  });
  const room = openRoom(now);
  const bot = openBot(openStage(library, room, now, report));
  library.host.prepare().catch(() => undefined); // nobody has asked for examples: an error shows in the first answer
  const start = (person: Person) => ({ ...startOf(library), offered: offeredTo(person) });
  /** What changes the channel, or says what has changed. */
  const asks = new Map<string, (person: Person, asked: Asked) => unknown>([
    ['start', start],
    ['news', () => undefined],
    ['command', (person, { name, set, message }) => bot.command(person, name, { set, file: uploads.named(set.file), on: message })],
    ['say', (person, { text, message }) => bot.say(person, text, message)],
    ['answer', (person, { message = '' }) => bot.answer(person, message)],
    ['take', (person, { message = '', customId, by, values, text }) => bot.take(person, message, { customId, by, values, text })],
    ['dismiss', (person, { message = '' }) => bot.dismiss(person, message)],
  ]);
  const renew = async () => {
    const changed = await look();
    if (changed) library.renew(changed);
  };
  const html = async () => {
    await renew();
    const [person] = PEOPLE;
    return htmlWith({ person: person.id, answer: start(person), news: newsFor(person, 0, room, library) });
  };
  const answer: Answerer = async (what, query, body) => {
    const person = PEOPLE.find(({ id }) => id === query.get('as'));
    if (!person) throw new BadRequest(wording.web.badRequest);
    if (what === 'upload') return { answer: uploads.put(query.get('name') ?? '', body) };
    const asked = read(body);
    if (what === 'suggest') return { answer: await bot.suggest(person, asked.name, asked.typed) };
    const ask = asks.get(what);
    if (!ask) throw new BadRequest(wording.web.badRequest);
    await renew();
    const done = await ask(person, asked);
    return { answer: done, news: newsFor(person, Number(query.get('since')) || 0, room, library) };
  };
  return serve(html, answer, report);
}

function read(body: Buffer): Asked {
  try {
    return readAsked(body);
  } catch {
    throw new BadRequest(wording.web.badRequest);
  }
}
