import type { LeftOut } from './formats/document.ts';
import type { Full } from './library/shelf.ts';
import { counted, listed, paged, short } from './wording-parts.ts';

const BRINGS_NONE = 'Nobody can add texts here: the host of this bot has switched that off (LIBRARY=off).';

/** What the bot says about the texts that people add. */
export const libraryWording = {
  noSuchText: (typed: string, titles: readonly string[]) => `No text here is called "${short(typed)}". The texts are: ${some(titles)}.`,
  whichText: (titles: readonly string[]) => `This channel talks about several texts: ${some(titles)}. Which one do you mean?`,
  choiceOver: 'It is too late to choose. Please ask again.',
  notYourChoice: 'Only the person who asked can choose here.',
  changedSince: 'The text has changed since this was quoted.',
  textsDiffer: 'Two texts say different things:',
  textDoesntSay: (title: string) => `"${title}" doesn't say, as far as I can find.`,
  notCompared: (more: number) =>
    `Not asked: ${more} more ${more === 1 ? 'text, which has' : 'texts, which have'} fewer of the question's words.`,
  oneAtATime: 'Another text is being added to this server right now. Try again in a moment.',
  bringsNone: BRINGS_NONE,
  openTexts: (count: number) => `${counted(count, 'open text')}:`,
  talkedAboutNow: 'the current one',
  howToOpen: 'To switch to another, type /library and a file, a link or a title.',
  nowAbout: (title: string) => `Back to "${short(title)}".`,
  stillAbout: (title: string) => `Still about "${short(title)}".`,
  notOpened: (typed: string, titles: readonly string[]) =>
    `"${short(typed)}" is not a file, a link or the title of an open text. Open now: ${some(titles)}.`,
  inTime: (ms: number) => new Intl.RelativeTimeFormat('en').format(Math.max(1, Math.ceil(ms / 1000)), 'second'),
  mayKeep: (author: string, by: string) =>
    `${author}, may this server keep what you wrote here? ${by} would like to add it to the library.`,
  authorIsAsked: (author: string) =>
    `I have asked ${author} in this channel. Once they allow it, press Show it there, or use this command on their message again, within 15 minutes.`,
  authorWasAsked: (author: string) => `${author} has already been asked, and has not answered yet.`,
  authorAllowed: (author: string, by: string) => `${author} allows it. Nothing is kept yet: ${by} can look at it first.`,
  authorDeclined: (author: string) => `${author} said no: nothing was kept.`,
  onlyTheAuthor: (author: string) => `Only ${author}, who wrote it, can answer this.`,
  notAskedAnyMore: 'This request is over, and nothing was kept. You can ask again from the menu of the message.',
  bringWhat: 'Attach a file, or give a link to a page.',
  sameVersion: (title: string) => `Nothing has changed: "${title}" already says that.`,
  sizeOf: (paragraphs: number, sentences: number) => `${counted(paragraphs, 'paragraph')}, ${counted(sentences, 'sentence')}.`,
  wasLeftOut: ({ counts, lines }: LeftOut) => {
    const [first] = lines;
    const kinds = LEFT_OUT.flatMap(([kind, one, many]) => (counts[kind] ? counted(counts[kind], one, many) : []));
    return `Left out: ${listed(kinds)}${first ? `. The first of them: "${first.text}"` : ''}`;
  },
  begins: 'It begins:',
  ends: 'It ends:',
  canAnswer: 'It can answer, for example:',
  notAddedYet: 'Nothing is kept yet.',
  notReplacedYet: 'The old version stays until you press Use the new version.',
  allChanged: 'Nearly every sentence has changed.',
  changes: (count: number) => (count === 0 ? 'No sentence has changed.' : `${counted(count, 'place')} changed:`),
  was: 'Before:',
  isNow: 'Now:',
  proposalGone: 'This preview is no longer kept. Please add the text again.',
  added: (title: string, example?: string) => `Added: "${title}".${example ? ` Try: /ask ${example}` : ''}`,
  firstAdded: (host: string) => `From now on, this server talks about its own texts, and no longer about "${host}".`,
  replaced: (title: string) => `The new version of "${title}" is in place.`,
  pageChanged: (title: string) => `The page of "${title}" has changed.`,
  replacedBy: (title: string, by: string) => `${by} replaced "${title}" with the new version.`,
  keptOld: (by: string) => `${by} kept the old version.`,
  watches: (is: boolean) =>
    is
      ? "The pages of this server's texts are checked once a day. If sentences have changed, I say so in the channel where the text was added."
      : "The pages of this server's texts are not checked. Switch that on with /library watch watch:on.",
  hostWatchesNone: (by: 'LIBRARY' | 'WATCH') =>
    `The pages of this server's texts are not checked: the host of this bot has switched that off (${by}=off).`,
  nothingAdded: 'Nothing was added.',
  removed: (title: string, channels: readonly string[]) =>
    `Removed: "${title}".${channels.length === 0 ? '' : ` ${listed(channels)} ${channels.length === 1 ? 'talks' : 'talk'} about all texts again.`}`,
  keptText: 'Nothing was removed.',
  newTitle: 'Its title',
  newTitleHint: 'Readers will see it below each quote',
  emptyLibrary: (brings: boolean) => `This server has no texts of its own yet. ${howToBring(brings)}`,
  libraryOf: (count: number, host: string, page: number, pages: number, brings: boolean) =>
    count === 0
      ? `This server has no texts of its own yet. I talk about "${host}", which the host of this bot chose. ${howToBring(brings)}`
      : `${counted(count, 'text')}${paged(page, pages)}:`,
  textBy: (title: string, by: string) => (by === '' ? `"${title}"` : `"${title}" · added by ${by}`),
  removeText: (title: string, cards: number, corrections: number) => {
    const made = [
      ...(cards > 0 ? [counted(cards, 'pinned summary', 'pinned summaries')] : []),
      ...(corrections > 0 ? [counted(corrections, 'corrected answer')] : []),
    ];
    const uses =
      made.length === 0
        ? ''
        : ` ${listed(made)} ${cards + corrections === 1 ? 'is' : 'are'} made from it: summaries will say that the text has changed, and corrected answers will no longer be used.`;
    return `Remove "${title}"? Nobody will be able to ask about it any more.${uses}`;
  },
  talksAbout: (channel: string, titles?: readonly string[]) =>
    `${channel} talks about ${titles ? some(titles) : 'all texts of this server'}.`,
  full: (problem: Full): string => {
    switch (problem.kind) {
      case 'known':
        return `That text is here already: "${problem.title}".`;
      case 'too many':
        return `This server has ${counted(problem.most, 'text')}, which is the most that the host allows. Remove one first, with /library remove.`;
      case 'too long':
        return `That text is longer than the host allows: ${megabytes(problem.most)} at most.`;
      case 'no room':
        return `Together, this server's texts would be longer than the host allows: ${megabytes(problem.most)} at most. Remove one first, with /library remove.`;
    }
  },
};

function howToBring(brings: boolean): string {
  return brings ? 'Add one with /library add.' : BRINGS_NONE;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}

/** What is left out of a page, in words. */
const LEFT_OUT = [
  ['menu', 'menu entry', 'menu entries'],
  ['notice', 'notice', 'notices'],
  ['advert', 'advert', 'adverts'],
  ['related', 'link to something else', 'links to something else'],
  ['comments', 'paragraph of comments', 'paragraphs of comments'],
  ['other', 'other line', 'other lines'],
] as const;

/** At most this many of a list are named. */
const NAMED = 10;

/** Some titles, in quotation marks. */
function some(titles: readonly string[]): string {
  const more = titles.length > NAMED ? [`${titles.length - NAMED} more`] : [];
  return listed([...titles.slice(0, NAMED).map((title) => `"${short(title)}"`), ...more]);
}
