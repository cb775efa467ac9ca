import type { Article } from '../article/article.ts';
import type { Sources } from '../library/bring.ts';
import { openLibrary } from '../library/library.ts';
import { readOwnPage } from '../library/own-page.ts';
import type { Reader } from '../reading/reader.ts';
import { type Asked, readAsked } from './asked.ts';
import { openBot } from './bot.ts';
import { PEOPLE, type Person } from './people.ts';
import { openRoom } from './room.ts';
import { BadRequest, serve, type Web } from './server.ts';
import { openUploads } from './uploads.ts';
import { newsFor, offeredTo, startOf } from './view.ts';

/** What else the page needs. */
interface Around {
  /** What brings texts in; undefined: nothing does. */
  readonly sources?: Sources;
  /** In milliseconds since 1970. */
  readonly now?: () => number;
}

/** Opens the page: a channel with the bot, as on Discord, in memory alone. @param article what the bot talks about at first */
export async function openWeb(article: Article, reader: Reader, { sources, now = Date.now }: Around = {}): Promise<Web> {
  const uploads = openUploads();
  const library = openLibrary(article, reader, { ownPage: readOwnPage, ...(sources && { sources: uploads.with(sources) }) });
  const room = openRoom(now);
  const bot = openBot(library, room, now);
  library.host.prepare().catch(() => undefined); // nobody has asked for examples: what is wrong shows in the first answer
  const asks: Readonly<Record<string, (person: Person, asked: Asked) => Promise<unknown>>> = {
    start: async (person) => ({ ...startOf(library), offered: offeredTo(person) }),
    news: async () => undefined,
    command: (person, { name, set, message }) => bot.command(person, name, { set, file: uploads.named(set.file), on: message }),
    say: (person, { text, message }) => bot.say(person, text, message),
    take: (person, { message = '', customId, by, values, text }) => bot.take(person, message, { customId, by, values, text }),
    suggest: (person, { name, typed }) => bot.suggest(person, name, typed),
    dismiss: async (person, { message = '' }) => bot.dismiss(person, message),
  };
  return serve(async (what, query, body) => {
    const person = PEOPLE.find(({ id }) => id === query.get('as'));
    if (!person) throw new BadRequest('nobody asks');
    if (what === 'upload') return { answer: uploads.put(query.get('name') ?? '', body) };
    const ask = asks[what];
    if (!ask) throw new BadRequest('nothing is asked');
    const answer = await ask(person, read(body));
    return { answer, news: newsFor(person, Number(query.get('since')) || 0, room, library) };
  });
}

function read(body: Buffer): Asked {
  try {
    return readAsked(body);
  } catch {
    throw new BadRequest('not JSON');
  }
}
