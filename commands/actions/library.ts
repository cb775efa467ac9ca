import { brought } from '../../src/library/bring.ts';
import type { Library } from '../../src/library/library.ts';
import type { Proposal } from '../../src/library/proposals.ts';
import { type Block, type Reply, tell } from '../../src/reply.ts';
import { wording } from '../../src/wording.ts';
import { type Action, LIBRARIANS, type Press } from '../command.ts';
import { channelTexts, listOf, OF_LIST } from '../library.ts';
import { pageOf } from '../paging.ts';
import { shown } from '../proposal.ts';
import { madeOf, tellCards } from '../text-in-use.ts';
import { numberOf } from '../watched.ts';

/** Keeps a text that was shown. */
export const addText = {
  name: 'addtext',
  label: wording.buttons.addText,
  ...LIBRARIANS,
  slow: true,
  run: (press, _desk, library) =>
    ofProposal(press, library, async ({ guild, found, title, questions }, id) => {
      const by = { id: press.place.user, name: press.name };
      const { body, ...text } = brought(found);
      const added = await library.shelves.add(guild, { ...text, title, body, by, at: press.at, channel: press.place.channel });
      if (added.kind !== 'added') return tell(wording.full(added));
      library.proposals.remove(id);
      library.learn(guild, added.text);
      const { length } = await library.texts({ guild });
      const first = length === 1 ? [wording.firstAdded(library.host.article.about.title)] : [];
      return done([wording.added(added.text.title, questions[0]), ...first].join('\n'));
    }),
} satisfies Action;

/** Lets a text have its new version. */
export const takeText = {
  name: 'taketext',
  label: wording.buttons.takeText,
  ...LIBRARIANS,
  slow: true,
  run: (press, desk, library) =>
    ofProposal(press, library, async ({ guild, found, title, replaces = -1 }, id) => {
      const replaced = await library.shelves.replace(guild, replaces, brought(found));
      if (replaced.kind === 'gone') return tell(wording.noLongerApplies);
      if (replaced.kind !== 'replaced') return tell(wording.full(replaced));
      library.proposals.remove(id);
      library.learn(guild, replaced.text);
      const { cards } = await madeOf(replaced.text, guild, desk);
      await tellCards(cards, press, library);
      return done(wording.replaced(title));
    }),
} satisfies Action;

/** Asks for another title. */
export const retitle = {
  name: 'retitle',
  label: wording.buttons.retitle,
  ...LIBRARIANS,
  run: ({ args: [id = -1], place }, _desk, library) => {
    const proposal = library.proposals.get(id, place);
    if (!proposal) return tell(wording.proposalGone);
    return {
      kind: 'form',
      title: wording.buttons.retitle,
      label: wording.newTitle,
      hint: wording.newTitleHint,
      offer: { action: 'retitled', args: [id] },
    };
  },
} satisfies Action;

/** Lets a text have what its page says now. */
export const takeNew = {
  name: 'takenew',
  label: wording.buttons.takeText,
  ...LIBRARIANS,
  slow: true,
  run: async ({ args: [id = -1, offered], place, message, ...press }, desk, library) => {
    const { guild = '' } = place;
    const taken = (await isOffered(guild, id, offered, library)) && (await library.shelves.take(guild, id));
    if (!taken) return tell(wording.noLongerApplies);
    library.learn(guild, taken);
    const { cards } = await madeOf(taken, guild, desk);
    await tellCards(cards, press, library);
    return decided(message.content, wording.replacedBy(taken.title, press.name));
  },
} satisfies Action;

/** Lets a text stay as it is. */
export const keepOld = {
  name: 'keepold',
  label: wording.buttons.keepOld,
  ...LIBRARIANS,
  run: async ({ args: [id = -1, offered], place: { guild = '' }, message, name }, _desk, library) => {
    if (!(await isOffered(guild, id, offered, library))) return tell(wording.noLongerApplies);
    await library.shelves.decline(guild, id);
    return decided(message.content, wording.keptOld(name));
  },
} satisfies Action;

/** Whether what a message shows is what the text's page said last. */
async function isOffered(guild: string, id: number, offered: number | undefined, { shelves }: Library): Promise<boolean> {
  const text = (await shelves.of(guild)).texts.find((one) => one.id === id);
  return text?.offered !== undefined && numberOf(text.offered) === offered;
}

/** What was shown stays, and who decided what stands below it. */
function decided(content: string, text: string): Reply {
  const blocks: Block[] = [
    { kind: 'as sent', content },
    { kind: 'note', text, needed: true },
  ];
  return { kind: 'update', blocks, offers: [] };
}

/** A title is at most this many UTF-16 units long: what can be chosen from a list has no room for more. */
const LONGEST_TITLE = 100;

export const retitled = {
  name: 'retitled',
  label: wording.buttons.retitle,
  takes: 'text',
  ...LIBRARIANS,
  run: (press, _desk, library) =>
    ofProposal(press, library, async (proposal, id) => {
      const title = press.text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
      const next = title === '' ? proposal : { ...proposal, title };
      library.proposals.keep(next, id);
      return { kind: 'update', ...shown(id, next) };
    }),
} satisfies Action;

export const dropFound = {
  name: 'dropfound',
  label: wording.buttons.cancel,
  ...LIBRARIANS,
  run: ({ args: [id = -1], place }, _desk, library) => {
    if (library.proposals.get(id, place)) library.proposals.remove(id);
    return done(wording.nothingAdded);
  },
} satisfies Action;

export const removeText = {
  name: 'removetext',
  label: wording.buttons.removeText,
  ...LIBRARIANS,
  slow: true,
  run: async ({ args: [id = -1], place, ...press }, desk, library) => {
    const { guild = '' } = place;
    const removed = await library.shelves.remove(guild, id);
    if (!removed) return tell(wording.noLongerApplies);
    const { text, freed } = removed;
    const { cards } = await madeOf(text, guild, desk);
    await tellCards(cards, press, library);
    const names = freed.flatMap((channel) => press.elsewhere?.(channel).name ?? []).filter((name) => name !== wording.thisChannel); // one that has gone has no name
    return done(wording.removed(text.title, names));
  },
} satisfies Action;

export const keepText = {
  name: 'keeptext',
  label: wording.buttons.keepText,
  ...LIBRARIANS,
  run: () => done(wording.keptText),
} satisfies Action;

/** Lets the channel talk about the chosen texts of a page; what was chosen of other pages stays. */
export const talkAbout = {
  name: 'talkabout',
  label: wording.menus.talkAbout(1, 1),
  takes: 'choice',
  ...LIBRARIANS,
  run: async ({ args: [page = 1], chosen, place, channel }, _desk, library) => {
    const { guild = '' } = place;
    const shelf = await library.shelves.of(guild);
    const { shown: onPage } = pageOf(shelf.texts, page);
    const others = (shelf.channels[place.channel] ?? []).filter((id) => !onPage.some((one) => one.id === id));
    const there = onPage.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
    await library.shelves.choose(guild, place.channel, [...others, ...there]);
    return { kind: 'update', ...channelTexts(await library.shelves.of(guild), place, channel?.name ?? '', page) };
  },
} satisfies Action;

export const allTexts = {
  name: 'alltexts',
  label: wording.buttons.allTexts,
  ...LIBRARIANS,
  run: async ({ place, channel }, _desk, library) => {
    const { guild = '' } = place;
    await library.shelves.choose(guild, place.channel, []);
    return { kind: 'update', ...channelTexts(await library.shelves.of(guild), place, channel?.name ?? '') };
  },
} satisfies Action;

export const shelfBack = { name: 'shelfback', label: wording.buttons.previous, ...LIBRARIANS, run: turn } satisfies Action;
export const shelfForth = { name: 'shelfforth', label: wording.buttons.next, ...LIBRARIANS, run: turn } satisfies Action;

async function turn({ args: [page = 1, list], place, channel }: Press, _desk: unknown, library: Library): Promise<Reply> {
  if (list === OF_LIST) return { kind: 'update', ...(await listOf(place.guild ?? '', page, library)) };
  return { kind: 'update', ...channelTexts(await library.shelves.of(place.guild ?? ''), place, channel?.name ?? '', page) };
}

async function ofProposal(
  { args: [id = -1], place }: Press,
  library: Library,
  work: (proposal: Proposal, id: number) => Promise<Reply>,
): Promise<Reply> {
  const proposal = library.proposals.get(id, place);
  return proposal ? work(proposal, id) : tell(wording.proposalGone);
}

function done(text: string): Reply {
  return { kind: 'update', blocks: [{ kind: 'words', text }], offers: [] };
}
