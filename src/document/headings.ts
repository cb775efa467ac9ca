import type { Kind } from './block.ts';
import { saidByWords } from './captions.ts';
import { type Look, states } from './headlines.ts';
import { isPerson } from './labels.ts';
import { isSigned } from './signatures.ts';
import type { View } from './view.ts';

/** Whether a document's first line is its title, and not the heading of the first of its sections. */
export function isTitle(views: readonly View[]): boolean {
  const [{ line, look, last }, below] = [views[0] as View, views[1]];
  if (look.section > 0 && views.some((other, at) => at > 0 && other.look.section > 0 && other.first)) return false;
  if (!below || look.long || /[\r\n]/.test(line) || !/\p{L}/u.test(line) || look.moment || isSigned(line) || (!last && isPerson(line)))
    return false;
  if ((look.stops && /^["“„«]/.test(line)) || /^[^:]{1,30}:\s+(?:\S+\s+)?\S*\d/.test(line)) return false; // what somebody says; "Hours: Mon 9–17"
  if (look.bare.split(',').length > 2 && states(look.bare.replace(/\b(?:1\d|20)\d\d\b/g, ''))) return false;
  if (/[,;:.…。।۔，；：、]["'”’»)\]]*$/.test(look.bare)) return false;
  return last || saidByWords(below.line, true) === 'byline' || (below.look.stops && !look.stops && /^[^\p{L}]*\p{Lu}/u.test(line));
}

/**
 * Whether a headline has something under it that it is a headline of. Of several under one another the first and the last are headings,
 * and what is between them may be an answer: "Where", "The main hall", "When".
 * @param above what the block above it is
 * @param headed whether the document's headings are known: whoever read it saw them marked as such
 */
export function isHeading(views: readonly View[], at: number, above: Kind | undefined, headed: boolean): boolean {
  const { headline, look, first, last } = views[at] as View;
  if (look.asks && first && last && look.words < 7 && views[at + 1]?.headline) return !headed && isFollowed(views, at + 1);
  if (!headline || (headed && !look.marked)) return false;
  const below = views[at + 1];
  if (!below || /^p\.?s\b|\bwrote:$|\bschrieb\b.*:$/i.test(below.line) || (below.headline && !isFollowed(views, at + 1))) return false;
  if (look.marked || look.section > 0) return true;
  if (above === 'title' || above === 'byline') return below.headline || look.capitals || (look.words < 6 && !/[,;:–—]/.test(look.bare));
  return views[at - 1]?.headline && at > 1 ? !below.headline && isSubstance(below) : true;
}

/** Whether it is more than a few words that stand alone: then a second headline above it is a heading too, and not what is under the first. */
function isSubstance({ line, look, block, last }: View): boolean {
  return line === '' || block.kind !== 'paragraph' || !last || look.stops || look.asks || look.words > 9;
}

/** Whether something else than a headline is below the headlines that begin at one. */
function isFollowed(views: readonly View[], at: number): boolean {
  for (let place = at; place < at + FEW; place++) {
    if (!views[place]) return false;
    if (!views[place]?.headline) return true;
  }
  return false;
}

/** More lines under one another that read as headlines are a list. */
const FEW = 6;

/** 2 for a section, 3 for one in it; what is only marked is below all headings that are known. */
export function levelOf({ section }: Look, headed: boolean): number {
  return headed ? 6 : Math.min(6, 1 + Math.max(1, section));
}
