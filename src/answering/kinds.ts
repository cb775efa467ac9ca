import { dot, meaningOf, sumOf, unit, type Vector } from './meaning.ts';

/** Names of places and of people: others of the same kind mean something like them. */
const PLACES =
  'london paris berlin moscow tokyo chicago boston texas california iran iraq syria egypt france germany china india brazil canada mexico russia spain africa europe asia florida ohio madrid rome sydney toronto beijing cairo baghdad scotland wales ireland poland vienna houston denver seattle';
const PEOPLE =
  'david michael james robert mary william richard thomas maria sarah george paul peter susan linda karen smith johnson williams brown jones miller davis wilson anderson taylor moore martin clark lewis walker hall young ahmed mohammed hassan jose carlos anna elizabeth jennifer';

/** How far a name must be like a place's. */
const ALIKE = 0.35;

let place: Vector | undefined;
let person: Vector | undefined;

/** Whether a name is rather a place's than somebody's, as far as what its words mean can tell; undefined where they are neither's. */
export function isPlace(forms: readonly string[]): boolean | undefined {
  place ??= middleOf(PLACES);
  person ??= middleOf(PEOPLE);
  let [likePlace, likePerson] = [0, 0];
  for (const form of forms) {
    const vector = meaningOf(form)?.vector;
    if (!vector) continue;
    likePlace = Math.max(likePlace, dot(vector, place));
    likePerson = Math.max(likePerson, dot(vector, person));
  }
  if (Math.max(likePlace, likePerson) < ALIKE) return undefined;
  return likePlace > likePerson;
}

/** The direction in which all of them lie, of length 1. */
function middleOf(list: string): Vector {
  const sum = list
    .split(' ')
    .flatMap((form) => meaningOf(form)?.vector ?? [])
    .reduce((all, vector) => sumOf(all, vector, 1));
  return unit(sum);
}
