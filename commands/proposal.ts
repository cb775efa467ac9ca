import { type Article, quote } from '../src/article/article.ts';
import { changesBetween } from '../src/article/versions.ts';
import type { Place } from '../src/conversation/conversations.ts';
import { firstWords } from '../src/document/first-words.ts';
import { bring, brought, type Found, type NotFound, type Source } from '../src/library/bring.ts';
import type { Library } from '../src/library/library.ts';
import type { Proposal } from '../src/library/proposals.ts';
import type { Text } from '../src/library/shelf.ts';
import { type Block, type Offer, type Reply, reply, tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { notFetched } from '../src/wording-fetching.ts';
import type { Request } from './command.ts';

/** Reads what a moderator brings in, and shows them what was understood. @param replaces the text that it is a new version of */
export async function propose(request: Request, library: Library, replaces?: Text): Promise<Reply> {
  const source = sourceIn(request);
  if (!library.sources) return tell(wording.bringsNone);
  return source ? proposeFrom(source, request.place, library, replaces) : tell(wording.bringWhat);
}

export async function proposeFrom(source: Source, place: Place, library: Library, replaces?: Text): Promise<Reply> {
  const { user, guild = '' } = place;
  const found = await readIn(source, place, library, replaces);
  if (found.kind !== 'found') return found;
  const before = replaces && (await library.open(guild, replaces))?.article;
  if (before && before.text === found.article.text) return tell(wording.sameVersion(replaces.title));
  const questions = await library.questionsOf(found.article);
  const title = replaces?.title ?? firstWords(found.article.about.title, LONGEST_TITLE);
  const proposal: Proposal = { guild, user, found, title, questions, ...(replaces && { replaces: replaces.id }) };
  return { kind: 'reply', ...shown(library.proposals.keep(proposal), proposal, before), audience: 'asker' };
}

/** Reads what is to be brought in. In words, where that can't be, or it would have no room. */
export async function readIn(source: Source, { guild = '' }: Place, library: Library, replaces?: Text): Promise<Found | Reply> {
  if (!library.sources) return tell(wording.bringsNone);
  const end = library.proposals.begin(guild);
  if (!end) return tell(wording.oneAtATime, 'refused');
  const found = await bring(source, guild, library.sources).finally(end);
  if (found.kind !== 'found') return reply([notBrought(found)], [], 'asker');
  const full = replaces ? undefined : await library.shelves.full(guild, brought(found));
  return full ? tell(wording.full(full)) : found;
}

/** Why a text could not be brought in; where it can be tried again, when. */
export function notBrought(found: NotFound): Block {
  const { problem } = found;
  const text = found.kind === 'not fetched' ? notFetched(found.problem) : wording.badArticle({ ...found.problem, file: found.name });
  const until = problem.kind === 'too often' ? { until: problem.until } : {};
  return { kind: 'words', text, ...until };
}

/** A file comes before a link, and a link before what a message says. */
function sourceIn({ text, file, taken }: Request): Source | undefined {
  if (file) return { kind: 'file', ...file };
  if (text.trim() !== '') return { kind: 'link', link: text.trim() };
  const [attached] = taken?.files ?? [];
  if (attached) return { kind: 'file', ...attached };
  return taken?.text?.trim() ? { kind: 'text', text: taken.text } : undefined;
}

/** What was understood of a text, and what can be done with it. @param before the version that it replaces */
export function shown(id: number, { title, found, questions, replaces }: Proposal, before?: Article): { blocks: Block[]; offers: Offer[] } {
  const { article } = found;
  const blocks: Block[] = [
    { kind: 'question', text: title, needed: true },
    ...aboutIt(found),
    ...(before ? changed(before, article) : ends(article)),
    ...(questions.length > 0 ? [{ kind: 'words', text: wording.canAnswer } as const] : []),
    ...questions.map((text): Block => ({ kind: 'note', text })),
    { kind: 'words', text: replaces === undefined ? wording.notAddedYet : wording.notReplacedYet },
  ];
  const take: Offer[] =
    replaces === undefined
      ? [
          { action: 'addtext', args: [id] },
          { action: 'retitle', args: [id] },
        ]
      : [{ action: 'taketext', args: [id] }];
  return { blocks, offers: [...take, { action: 'dropfound', args: [id] }] };
}

/** What it says of itself, and how long it is. */
export function aboutIt({ article, link, leftOut }: Found): Block[] {
  const { byline, published } = article.about;
  const { sentences } = article;
  const paragraphs = new Set(sentences.filter(({ answers }) => answers).map(({ paragraph }) => paragraph)).size;
  const notes = [byline, published, link].filter((one) => one !== undefined).join(' · ');
  return [
    ...(notes === '' ? [] : [{ kind: 'note', text: notes } as const]),
    { kind: 'words', text: wording.sizeOf(paragraphs, sentences.filter(({ answers }) => answers).length) },
    ...(leftOut ? [{ kind: 'note', text: wording.wasLeftOut(leftOut) } as const] : []),
  ];
}

/** How a text begins and ends. */
export function ends(article: Article): Block[] {
  const own = article.sentences.filter(({ answers }) => answers);
  const [first, last] = [own[0] ?? article.sentences[0], own.at(-1)];
  if (!first) return [];
  return [
    { kind: 'words', text: wording.begins },
    { kind: 'quote', quote: quote(article, first.index) },
    ...(last && last !== first
      ? ([
          { kind: 'words', text: wording.ends },
          { kind: 'quote', quote: quote(article, last.index) },
        ] as const)
      : []),
  ];
}

/** A title has so many UTF-16 units at most, so that it can be chosen from a list, with a number behind it. */
const LONGEST_TITLE = 94;

/** So many changes are shown. */
const SHOWN = 5;

/** What is new in a version, sentence by sentence. */
export function changed(before: Article, now: Article): Block[] {
  const changes = changesBetween(before, now);
  if (!changes) return [{ kind: 'words', text: wording.allChanged }];
  const quotes = (article: Article, some: readonly number[]) => some.map((at): Block => ({ kind: 'quote', quote: quote(article, at) }));
  return [
    { kind: 'words', text: wording.changes(changes.length) },
    ...changes
      .slice(0, SHOWN)
      .flatMap((one): Block[] => [
        ...(one.before.length > 0
          ? [{ kind: 'note', text: wording.was, needed: true } as const, ...quotes(before, one.before.slice(0, 2))]
          : []),
        ...(one.now.length > 0 ? [{ kind: 'note', text: wording.isNow, needed: true } as const, ...quotes(now, one.now.slice(0, 2))] : []),
      ]),
  ];
}
