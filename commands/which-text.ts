import type { Place } from '../src/conversation/conversations.ts';
import type { Desk } from '../src/desk.ts';
import { type Library, titled } from '../src/library/library.ts';
import type { Text } from '../src/library/shelf.ts';
import { type Reply, tell } from '../src/reply.ts';
import { contentStems } from '../src/search/words.ts';
import { wording } from '../src/wording.ts';
import { askWhich } from './ask-which.ts';
import type { Command, Request } from './command.ts';

/** What a command is asked of: a text, and what other texts may be meant; the question, where it named the text too. */
export type Which = { readonly desk: Desk } & Pick<Request, 'among'> & Partial<Pick<Request, 'text'>>;

/** What tells which text somebody means. */
export type Meaning = Pick<Request, 'place' | 'article' | 'from' | 'text' | 'choice' | 'private' | 'open'>;

/** The text that somebody means: the one that is named, or that is talked about; or else those of the channel. Where that can't be known, they are asked. */
export async function whichText(
  command: Pick<Command, 'name' | 'texts' | 'needs'>,
  meaning: Meaning,
  library: Library,
): Promise<Which | Reply> {
  const { texts: wants } = command;
  const { place, article = '', from, text: typed } = meaning;
  const { host } = library;
  if (wants === 'named' || wants === 'none') return { desk: host };
  const asksAll = wants === 'all' && typed.trim() !== ''; // a W alone asks for one story's
  if (article.trim() !== '') {
    const all = await library.texts(place);
    const desk = await named(article, all, place, library);
    return desk ? { desk } : tell(wording.noSuchText(article, [host.article.about.title, ...all.map(({ title }) => title)]));
  }
  const within = asksAll ? inText(typed, await library.texts(place)) : undefined;
  const meant = within && (await library.open(place.guild ?? '', within.text));
  if (meant) return { desk: meant, text: within.question };
  const [last, texts] = [from ?? (await library.last(place).catch(() => undefined)), await library.talkedAbout(place)];
  const talked = last === undefined || last === 'nothing' ? undefined : (await library.find(place, last.article))?.now;
  const which = () =>
    askWhich(
      command,
      meaning,
      texts.map(({ title, article: fingerprint }) => ({ title, fingerprint })),
      library,
    );
  if (!asksAll) {
    if (talked) return { desk: talked };
    if ((wants === 'one' || wants === 'all') && texts.length > 1) return which();
    const [text] = texts;
    return { desk: (text && (await library.open(place.guild ?? '', text))) ?? host };
  }
  const opened = await Promise.all(texts.map((text) => library.open(place.guild ?? '', text)));
  const desks = opened.filter((desk) => desk !== undefined);
  const desk = talked ?? desks[0] ?? host;
  const several = desks.some((one) => one !== desk);
  return { desk, ...(several && { among: { desks, talked: talked !== undefined, which } }) };
}

/** "In the ferry FAQ, can I bring a dog?": the beginning, up to the first comma or colon, and the question behind that. */
const NAMED_FIRST = /^\s*(?:in|according to)\s+(.+?)\s*[,:]\s*(\S.*)$/is;

/** The text that a question begins with, by its whole title or by some words of it that no other title has, and the question without that. */
function inText(typed: string, texts: readonly Text[]): { readonly text: Text; readonly question: string } | undefined {
  const whole = texts.find(({ title }) => behindTitle(typed, title) !== undefined);
  if (whole) return { text: whole, question: behindTitle(typed, whole.title) ?? typed };
  const [, name = '', question = ''] = NAMED_FIRST.exec(typed) ?? [];
  const stems = contentStems(name);
  if (stems.length < LEAST_WORDS) return undefined;
  const [text, another] = texts.filter(({ title }) => stems.every((stem) => contentStems(title).includes(stem)));
  return text && !another ? { text, question } : undefined;
}

/** One word alone is too often something else: "In August, who …?" */
const LEAST_WORDS = 2;

const BEGINS = /^\s*(?:in|according to)\s+(?:the\s+)?["“]?/i;
const GOES_ON = /^["”]?\s*[,:]\s*(\S.*)$/s;

/** The question behind a whole title, which may have a comma in it. */
function behindTitle(typed: string, title: string): string | undefined {
  const start = BEGINS.exec(typed)?.[0].length;
  const name = title.replace(/^the\s+/i, '').toLowerCase();
  if (start === undefined || !typed.slice(start).toLowerCase().startsWith(name)) return undefined;
  return GOES_ON.exec(typed.slice(start + name.length))?.[1];
}

/** The titles of the texts that can be named, the likest to what has been typed first. */
export async function titlesFor(typed: string, place: Place, library: Library): Promise<readonly string[]> {
  const titles = [...(await library.texts(place)).map(({ title }) => title), library.host.article.about.title];
  return typed.trim() === ''
    ? titles
    : titled(
        typed,
        titles.map((title) => ({ title })),
      ).map(({ title }) => title);
}

/** The text of a title, as somebody may have typed it: one of the guild's, or the host's. */
async function named(typed: string, texts: readonly Text[], { guild = '' }: Place, { host, open }: Library): Promise<Desk | undefined> {
  const { title } = host.article.about;
  const [found] = titled<{ title: string; text?: Text }>(typed, [...texts.map((text) => ({ title: text.title, text })), { title }]);
  return found?.text ? open(guild, found.text) : found && host;
}
