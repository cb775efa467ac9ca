import type { Place } from '../src/conversation/conversations.ts';
import { firstWords } from '../src/document/first-words.ts';
import { type Library, titled } from '../src/library/library.ts';
import type { Shelf, Text } from '../src/library/shelf.ts';
import { type Block, type Menu, noteFirst, type Offer, type Reply, reply, tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { type Command, LIBRARIANS, type Request } from './command.ts';
import { LONGEST_LABEL, pageOf } from './paging.ts';
import { addTheirs } from './permit.ts';
import { propose } from './proposal.ts';
import { madeOf } from './text-in-use.ts';

/** Brings a text in: it is shown to the moderator alone, and kept once they say so. */
export const libraryAdd = {
  name: 'library add',
  description: wording.commands.libraryAdd,
  texts: 'none',
  option: { name: 'link', required: false },
  file: true,
  ...LIBRARIANS,
  slow: true,
  run: (request, _desk, library) => propose(request, library),
} satisfies Command;

/** Brings in what a message has: its file, or what it says. */
export const addToLibrary = {
  name: 'Add to the library',
  kind: 'message',
  description: wording.commands.addToLibrary,
  texts: 'none',
  ...LIBRARIANS,
  slow: true,
  run: (request, _desk, library) => {
    const { files = [], theirs } = request.taken ?? {};
    return theirs && files.length === 0 ? addTheirs(request, theirs, library) : propose(request, library);
  },
} satisfies Command;

/** Brings in a new version of a text. */
export const libraryReplace = {
  name: 'library replace',
  description: wording.commands.libraryReplace,
  option: { name: 'link', required: false },
  file: true,
  texts: 'named',
  ...LIBRARIANS,
  slow: true,
  run: (request, _desk, library) => ofNamed(request, library, (text) => propose(request, library, text)),
} satisfies Command;

/** What the texts are, and who brought them when. */
export const libraryList = {
  name: 'library list',
  description: wording.commands.libraryList,
  texts: 'none',
  ...LIBRARIANS,
  run: async ({ place }, _desk, library) => ({ kind: 'reply', ...(await listOf(place.guild ?? '', 1, library)), audience: 'asker' }),
} satisfies Command;

/** So many texts are on a page of the list. */
const LISTED = 10;

/** What a button's second argument says where it turns the pages of the list. */
export const OF_LIST = 1;

/** A page of the texts of a guild. */
export async function listOf(guild: string, wanted: number, { shelves, host, sources }: Library) {
  const { texts } = await shelves.of(guild);
  const { page, pages, shown } = pageOf(texts, wanted, LISTED);
  const blocks: Block[] = [
    { kind: 'words', text: wording.libraryOf(texts.length, host.article.about.title, page, pages, sources !== undefined) },
    ...shown.map(({ title, by, at }): Block => ({ kind: 'note', text: wording.textBy(title, by.name), at, needed: true })),
  ];
  return { blocks, offers: leaf(page, pages, OF_LIST) };
}

/** The ways to the pages before and after one. */
function leaf(page: number, pages: number, ...list: number[]): Offer[] {
  return [
    ...(page > 1 ? [{ action: 'shelfback', args: [page - 1, ...list] } as const] : []),
    ...(page < pages ? [{ action: 'shelfforth', args: [page + 1, ...list] } as const] : []),
  ];
}

/** Asks whether a text is to go. */
export const libraryRemove = {
  name: 'library remove',
  description: wording.commands.libraryRemove,
  texts: 'named',
  ...LIBRARIANS,
  run: (request, desk, library) =>
    ofNamed(request, library, async (text) => {
      const { cards, corrections } = await madeOf(text, request.place.guild ?? '', desk);
      const words = { kind: 'words', text: wording.removeText(text.title, cards.length, corrections.length) } as const;
      return reply(
        [words],
        [
          { action: 'removetext', args: [text.id] },
          { action: 'keeptext', args: [] },
        ],
        'asker',
      );
    }),
} satisfies Command;

/** Whether the bot looks each day whether the pages of texts have changed. */
export const libraryWatch = {
  name: 'library watch',
  description: wording.commands.libraryWatch,
  texts: 'none',
  choice: { name: 'watch', of: ['on', 'off'] },
  ...LIBRARIANS,
  run: async ({ place: { guild = '' }, choice }, _desk, { shelves, sources, watches }) => {
    if (choice !== undefined) await shelves.watch(guild, choice === 'on');
    if (!watches) return tell(wording.hostWatchesNone(sources ? 'WATCH' : 'LIBRARY'));
    return tell(wording.watches(!(await shelves.of(guild)).unwatched));
  },
} satisfies Command;

/** Which texts the channel talks about. */
export const libraryChannel = {
  name: 'library channel',
  description: wording.commands.libraryChannel,
  texts: 'none',
  ...LIBRARIANS,
  run: async ({ place, channel }, _desk, library) => {
    const shelf = await library.shelves.of(place.guild ?? '');
    if (shelf.texts.length === 0) return tell(wording.emptyLibrary(library.sources !== undefined));
    return { kind: 'reply', ...channelTexts(shelf, place, channel?.name ?? ''), audience: 'asker' };
  },
} satisfies Command;

/** What a channel talks about, and the menu to choose that. @param page counting from 1 */
export function channelTexts({ texts, channels }: Shelf, { channel, parent = '' }: Place, name: string, page = 1, note = '') {
  const chosen = channels[channel] ?? channels[parent];
  const { page: number, pages, shown } = pageOf(texts, page);
  const choices = shown.map(({ id, title }) => ({ value: id, label: firstWords(title, LONGEST_LABEL) }));
  const menus: Menu[] =
    choices.length === 0
      ? []
      : [{ offer: { action: 'talkabout', args: [number] }, label: wording.menus.talkAbout(number, pages), choices, most: choices.length }];
  const titles = chosen?.flatMap((id) => texts.find((one) => one.id === id)?.title ?? []);
  const blocks: Block[] = [...noteFirst(note), { kind: 'words', text: wording.talksAbout(name, titles) }];
  return {
    blocks,
    menus,
    offers: [...(channels[channel] ? [{ action: 'alltexts', args: [] } as const] : []), ...leaf(number, pages)],
  };
}

/** Does something with the text of the guild that is named. */
async function ofNamed({ place, article = '' }: Request, library: Library, work: (text: Text) => Promise<Reply>): Promise<Reply> {
  const texts = await library.texts(place);
  if (texts.length === 0) return tell(wording.emptyLibrary(library.sources !== undefined));
  const [text] = titled(article, texts);
  return text
    ? work(text)
    : tell(
        wording.noSuchText(
          article,
          texts.map(({ title }) => title),
        ),
      );
}
