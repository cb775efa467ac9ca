import { type Apart, apart, apartByWords, type Guess } from './apart.ts';
import type { Place } from './place.ts';
import type { PagePiece } from './run.ts';

/** An element that may stand beside the text: which pieces are in it, and where it is in the HTML, in UTF-16 units. */
export interface Region extends Guess {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Whether a heading of the first level is in it. */
  readonly titled: boolean;
  /** So many letters beside links may be in it at most, in UTF-16 units. */
  readonly most?: number;
}

interface Open {
  readonly name: string;
  readonly from: number;
  readonly start: number;
  readonly titles: number;
  guess?: Guess | undefined;
  most?: number | undefined;
}

/** What asks for an address is in a form, and that in boxes, of fewer letters than that, the inner ones first. */
const LARGEST_FORMS = [600, 600, 300];

/** Follows the elements of a page as they open and close. */
export class Regions {
  readonly closed: Region[] = [];
  private readonly opened: Open[] = [];
  private titles = 0;

  open(place: Place, name: string, attributes: Readonly<Record<string, string>>, from: number, start: number): void {
    if (name === 'h1') this.titles += 1;
    if (name === 'input' && MAIL.test(`${attributes.type} ${attributes.name} ${attributes.placeholder}`)) this.asksForMail();
    this.opened.push({ name, from, start, titles: this.titles, guess: place.hidden ? undefined : apart(name, attributes, place) });
  }

  close(to: number, end: number): void {
    const one = this.opened.pop();
    if (!one?.guess || one.from === to) return;
    const { from, start, guess, titles, most } = one;
    this.closed.push({ ...guess, from, to, start, end, titled: this.titles > titles, ...(most && { most }) });
  }

  /** A row of a table has become one piece. */
  join(from: number): void {
    while ((this.closed.at(-1)?.to ?? 0) > from) this.closed.pop();
  }

  /** A form that asks for an address, and what it stands in, which says what for. */
  private asksForMail(): void {
    const form = this.opened.findLastIndex(({ name }) => name === 'form');
    const inner = form < 0 ? this.opened.length - 1 : form;
    for (const [up, most] of LARGEST_FORMS.entries()) {
      const one = this.opened[inner - up];
      if (!one || TOO_LARGE.test(one.name)) return;
      one.most ??= one.guess ? undefined : most;
      one.guess ??= { kind: 'notice', sure: false };
    }
  }
}

const MAIL = /\b(?:e-?mail|courriel|correo)\b/i;
const TOO_LARGE = /^(?:html|body|main|article)$/;

/** Names are believed where no more than so much of a page's text is in what they are given to. */
const BELIEVED = 0.4;

/** What others wrote may be longer than the text, but leaves so much of it, in UTF-16 units. */
const LEFT = 500;

/** The regions that stand beside the text, none in another, in the page's order: the surest of the names that the page gives, where most of it is in none. */
export function beside(pieces: readonly PagePiece[], regions: readonly Region[]): Region[] {
  const sure = outermost(regions.filter((one) => one.sure));
  const before = sums(pieces, sure);
  const letters = ({ from, to }: Region) => (before[to] ?? 0) - (before[from] ?? 0);
  const all = before.at(-1) ?? 0;
  const believed = regions.filter((one) => {
    if (one.sure) return true;
    if (one.titled || letters(one) > (one.most ?? all)) return false;
    return one.kind === 'comments' ? all - letters(one) >= Math.min(LEFT, BELIEVED * all) : letters(one) <= BELIEVED * all;
  });
  const guessed = new Map<Apart, number>();
  for (const one of outermost(believed.filter((one) => !one.sure))) guessed.set(one.kind, (guessed.get(one.kind) ?? 0) + letters(one));
  const tooMuch = (one: Region) => !one.sure && one.kind !== 'comments' && (guessed.get(one.kind) ?? 0) > BELIEVED * all;
  return outermost(believed.filter((one) => !tooMuch(one)));
}

/** For each piece what it is where it stands beside the text, by the region that it is in or by its words. @param regions none in another, in their order */
export function kindsOf(pieces: readonly PagePiece[], regions: readonly Region[]): (Apart | undefined)[] {
  let next = 0;
  return pieces.map(({ content }, at) => {
    while ((regions[next]?.to ?? at + 1) <= at) next += 1;
    const region = regions[next];
    return region && region.from <= at ? region.kind : apartByWords(content);
  });
}

/** HTML without some regions of it. @param regions none in another, in their order */
export function without(html: string, regions: readonly Region[]): string {
  const starts = [0, ...regions.map(({ end }) => end)];
  return starts.map((start, at) => html.slice(start, regions[at]?.start)).join('');
}

/** Without those that are in another. @param regions in the order in which they end */
function outermost(regions: readonly Region[]): Region[] {
  const kept: Region[] = [];
  for (const one of regions) {
    while ((kept.at(-1)?.start ?? -1) >= one.start) kept.pop();
    kept.push(one);
  }
  return kept;
}

/** How many letters beside links are before each piece, and in all of them; none are in what stands beside the text surely. */
function sums(pieces: readonly PagePiece[], sure: readonly Region[]): number[] {
  const sums = [0];
  let next = 0;
  for (const [at, { content, links }] of pieces.entries()) {
    while ((sure[next]?.to ?? at + 1) <= at) next += 1;
    const aside = links || (sure[next]?.from ?? at + 1) <= at;
    sums.push((sums[at] ?? 0) + (aside ? 0 : content.length));
  }
  return sums;
}
