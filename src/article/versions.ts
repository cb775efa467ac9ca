import { diffArrays } from 'diff';
import { type Article, quote } from './article.ts';

/** For each sentence of a version, the number of the same one in another: of several that are alike, in their order. Undefined where it isn't there. */
export function sameSentences(before: Article, now: Article): readonly (number | undefined)[] {
  const places = new Map<string, number[]>();
  for (const [at, text] of textsOf(now).entries()) {
    const known = places.get(text);
    if (known) known.push(at);
    else places.set(text, [at]);
  }
  return textsOf(before).map((text) => {
    const left = places.get(text);
    return left && left.length > 1 ? left.shift() : left?.[0]; // the last one stands for all that are left
  });
}

/** Sentences that stand in one version only, by their numbers: those that went, and what came in their place. */
export interface Change {
  readonly before: readonly number[];
  readonly now: readonly number[];
}

/** Versions that have more sentences that differ are not compared sentence by sentence: that would take long. */
const MOST_CHANGES = 5000;

/** Nor are those for which that takes more milliseconds. */
const LONGEST = 300;

/** What has changed between two versions, in their order; undefined where nearly everything has. */
export function changesBetween(before: Article, now: Article): readonly Change[] | undefined {
  const parts = diffArrays(textsOf(before), textsOf(now), { maxEditLength: MOST_CHANGES, timeout: LONGEST });
  if (!parts) return undefined;
  const changes: { before: number[]; now: number[] }[] = [];
  let [old, fresh, isOpen] = [0, 0, false];
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      old += count;
      fresh += count;
      isOpen = false;
      continue;
    }
    if (!isOpen) changes.push({ before: [], now: [] });
    isOpen = true;
    for (let k = 0; k < count; k++) (added ? changes.at(-1)?.now : changes.at(-1)?.before)?.push(added ? fresh++ : old++);
  }
  return changes;
}

function textsOf(article: Article): string[] {
  return article.sentences.map(({ index }) => quote(article, index).text);
}
