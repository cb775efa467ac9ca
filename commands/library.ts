import { firstWords } from '../src/document/first-words.ts';
import type { Library } from '../src/library/library.ts';
import { titled } from '../src/library/library.ts';
import type { Shelf, Text } from '../src/library/shelves.ts';
import { type Block, type Menu, noteFirst, type Reply, reply, tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { type Command, LIBRARIANS, type Request } from './command.ts';
import { LONGEST_LABEL, pageOf } from './paging.ts';
import { propose } from './proposal.ts';
import { madeOf } from './text-in-use.ts';

/** Brings a text in: it is shown to the moderator alone, and kept once they say so. */
export const libraryAdd = {
  name: 'library add',
  description: wording.commands.libraryAdd,
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
  ...LIBRARIANS,
  slow: true,
  run: (request, _desk, library) => propose(request, library),
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
  ...LIBRARIANS,
  run: async ({ place }, _desk, library) => {
    const shelf = await library.shelves.of(place.guild ?? '');
    const { texts } = shelf;
    const blocks: Block[] = [
      { kind: 'words', text: wording.libraryOf(texts.length, library.host.article.about.title) },
      ...texts.slice(0, LISTED).map(({ title, by, at }): Block => ({ kind: 'note', text: wording.textBy(title, by.name), at })),
      ...(texts.length > LISTED ? [{ kind: 'note', text: wording.andMore(texts.length - LISTED) } as const] : []),
    ];
    return reply(blocks, [], 'asker');
  },
} satisfies Command;

/** So many texts have room in a list. */
const LISTED = 20;

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
  choice: { name: 'watch', of: ['on', 'off'] },
  ...LIBRARIANS,
  run: async ({ place: { guild = '' }, choice }, _desk, { shelves }) => {
    if (choice !== undefined) await shelves.watch(guild, choice === 'on');
    return tell(wording.watches(!(await shelves.of(guild)).unwatched));
  },
} satisfies Command;

/** Which texts the channel talks about. */
export const libraryChannel = {
  name: 'library channel',
  description: wording.commands.libraryChannel,
  ...LIBRARIANS,
  run: async ({ place, channel }, _desk, library) => {
    const shelf = await library.shelves.of(place.guild ?? '');
    if (shelf.texts.length === 0) return tell(wording.emptyLibrary);
    return { kind: 'reply', ...channelTexts(shelf, place.channel, channel?.name ?? ''), audience: 'asker' };
  },
} satisfies Command;

/** What a channel talks about, and the menu to choose that. @param page counting from 1 */
export function channelTexts({ texts, channels }: Shelf, channel: string, name: string, page = 1, note = '') {
  const chosen = channels[channel];
  const { page: number, pages, shown } = pageOf(texts, page);
  const choices = shown.map(({ id, title }) => ({ value: id, label: firstWords(title, LONGEST_LABEL) }));
  const menus: Menu[] = [
    { offer: { action: 'talkabout', args: [number] }, label: wording.menus.talkAbout(number, pages), choices, most: choices.length },
  ];
  const titles = chosen?.flatMap((id) => texts.find((one) => one.id === id)?.title ?? []);
  const blocks: Block[] = [...noteFirst(note), { kind: 'words', text: wording.talksAbout(name, titles) }];
  return {
    blocks,
    menus,
    offers: [
      ...(titles ? [{ action: 'alltexts', args: [] } as const] : []),
      ...(number > 1 ? [{ action: 'shelfback', args: [number - 1] } as const] : []),
      ...(number < pages ? [{ action: 'shelfforth', args: [number + 1] } as const] : []),
    ],
  };
}

/** Does something with the text of the guild that is named. */
async function ofNamed({ place, article = '' }: Request, library: Library, work: (text: Text) => Promise<Reply>): Promise<Reply> {
  const texts = await library.texts(place);
  if (texts.length === 0) return tell(wording.emptyLibrary);
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
