import type { Kind } from './block.ts';

/** A choice of words, each as it is, with a capital, or in capitals. */
function oneOf(words: string): string {
  const ways = (word: string) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];
  return `(?:${words.split(' ').flatMap(ways).join('|')})`;
}

const PICTURE = oneOf('photo photos photograph photographs picture pictures image illustration graphic foto fotos bild grafik imagen');

const CAPTIONS = [
  // "Photo: Divers at Pier 2", "[Image by Ann Lee: The pier]", not "Photos: allowed without flash"
  new RegExp(String.raw`^[[(*_]{0,3}${PICTURE}(?: \d{1,3})?(?: [Cc]redit| by [^:]{1,40})?\s?[:|]\s*[[(*_"“‘]{0,3}[\p{Lu}\p{Lo}\d]`, 'u'),
  /^(?:table|figure|fig\.|chart|map|plate|tab\.|abb\.) ?\d{1,3}(?:\.\d{1,2})?[.:]\s/i,
  /^[[(]?(?:read|see|watch|listen|learn|find out) (?:more|also|too)\b[^.]{0,25}[:>→»]/i,
  /^[[(]?(?:also read|related(?: (?:stories|articles?|news|coverage))?|more on this(?: story)?|mehr zum thema|lesen sie auch|lire aussi|leer más|lea también|leia também|leggi anche|lees ook)\s*[:>→»]/i,
];

/** "The pier on Tuesday. Photograph: A. Lee" */
const CREDITED = new RegExp(String.raw`^.{3,120}[.!?)”"]\s+[[(]?${PICTURE}(?: [Cc]redit)?(?:: | by )\p{Lu}[^!?]{0,60}$`, 'u');

const NAME = String.raw`\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}`;

const BYLINES = [
  /^\((?:additional )?(?:reporting|writing|editing|compiled|translat(?:ion|ed))(?: and \w+)? by\b[^\n]{3,250}\)\.?$/i,
  /^(?:additional )?(?:reporting|editing) by\b[^.]{3,120}$/i,
  /^\((?:adds|updates|recasts|corrects|repeats|refiles|writes)\b[^\n]{3,200}\)$/i,
];

/** At the top of a document only: elsewhere "By Thursday …" begins a sentence. */
const TOP_BYLINES = [
  new RegExp(String.raw`^[*_]{0,2}${oneOf('by von par por door av di')} (?:the )?\p{Lu}[^\n]{1,110}[^.!?:\n]$`, 'u'),
  /^(?:words|text|story|interview|report(?:ing)?)(?: by)?:? [^\n]{2,60}[·|,/–—;] ?(?:words|photo(?:graph)?s?|photography|pictures|images|fotos|illustrations?|video)(?: by)?:? [^\n]{2,60}$/i,
  // "P. Lund, N. Obuya and S. Carrow"
  new RegExp(`^(?:${NAME}, ){0,9}${NAME},? (?:and|&|und|et) ${NAME}$`, 'u'),
  /^(?:written|reported|posted|published|compiled|translated|edited|produced) by [^\n]{2,100}[^.!?:\n]$/i,
];

const REFERENCES =
  /^\W*(?:references|bibliography|works cited|external links|weblinks|einzelnachweise|literatur(?:verzeichnis)?|références|bibliographie|referencias|bibliografía)\W*$/i;

/** Whether a heading or a label is that of a list of what a text refers to. */
export function namesReferences(heading: string): boolean {
  return REFERENCES.test(heading);
}

/** Whether a line of such a list is a reference: a number in brackets, an address or a year is in it. */
export function isCited(line: string): boolean {
  return /^\[\d{1,3}\]|https?:|\b(?:1[5-9]|20)\d\d\b/.test(line);
}

/** "By ADA BRUN", "By Ada Brun, Wire": nothing but that is a byline in the first line of all, which may be a title: "By the sea" */
const FIRST_BYLINE = new RegExp(`^By (?:\\p{Lu}{2,}(?: \\p{Lu}{2,}){1,4}|(?!The )${NAME})(?:,[^.!?]{1,60})?$`, 'u');

/**
 * A caption, a credit, a line that leads elsewhere, a byline or a reference, by its words alone; undefined for what is none of these.
 * @param top whether it is one of the first few lines
 * @param first whether it is the first
 */
export function saidByWords(line: string, top: boolean, first = false): Kind | undefined {
  if (line.length > 300) return undefined;
  if (/^\[\d{1,3}\]:?\s+[^\n]{0,200}(?:https?:\/\/|\bdoi:|\bISBN\b|\bpp?\. ?\d)/.test(line)) return 'reference';
  if (
    BYLINES.some((pattern) => pattern.test(line)) ||
    (first ? FIRST_BYLINE.test(line) : top && TOP_BYLINES.some((pattern) => pattern.test(line)))
  )
    return 'byline';
  return CREDITED.test(line) || CAPTIONS.some((pattern) => pattern.test(line)) ? 'caption' : undefined;
}
