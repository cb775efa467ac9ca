import { isOpener, type Language } from './language.ts';

/** Abbreviations, the full stops at their ends left out. One with a capital letter is only one where it is written so: "Ill.", not "ill." */
interface Abbreviations {
  /** Something must follow: "Dr. Smith". A sentence never ends with them. */
  readonly neverLast: string;
  /** A number must follow, or the sentence ends there: "No. 5". */
  readonly beforeNumber: string;
  /** They may end a sentence: whether they did, the next word tells. */
  readonly maybeLast: string;
}

const EVERYWHERE: Abbreviations = {
  neverLast: 'dr drs mr mrs ms mme mlle prof e.g i.e eg vs viz cf ca v bl.a t.ex f.eks',
  beforeNumber: 'no nos nr p pp fig figs vol vols tel',
  maybeLast: 'etc inc ltd corp co plc Jr Sr St Ste',
};

const ABBREVIATIONS: Readonly<Record<Language, Abbreviations>> = {
  en: {
    neverLast: `Adm Asst Brig Capt Cmdr Col Comdr Cpl Fr Gen Gov Hon Insp Lt Maj Messrs Mgr Msgr Mt Mx Pfc Pres Pvt Rep Reps Rev Sen Sens
      Sgt Supt hon ie fig figs vol vols op approx est`,
    beforeNumber: `pg c pop fl b d r ch chap sect ext ver para paras rev sec secs Art Sec Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
      Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`,
    maybeLast: `Ave Bldg Blvd Bros Calif Conn dept Dist Fla ft Ga Ill Ind Kan Ky La lb Mass Md Mich Minn Mo Okla
      Ore oz Pa Rd Sq Tenn Tex Univ Va Wash Wis al Ph.D`,
  },
  de: {
    neverLast: `z.b zb d.h dh i.d d.r o.g s.o s.u vgl bzw sog bzgl insb evtl ggf inkl exkl zzgl geb gest Dipl Ing Hr Hrn Fr Frl hl
      Hl Jr Kap Pfr Gebr Fa med phil jur max min mind`,
    beforeNumber: 'Abs Art Az Bd Bde Kap Lfg Rn Rz S Sp Tab Abb Ziff',
    maybeLast: 'usw u.a u.ä o.ä usf v.chr n.chr Chr Jh Jhd Mio Mrd Tsd Str Std Min Sek Hbf Jan Feb Apr Aug Sept Okt Nov Dez',
  },
  fr: {
    neverLast: 'M MM Mgr Me Vve av apr p.ex env cap boul chap éd réf',
    beforeNumber: 'art al n s',
    maybeLast: 'J.-C janv févr avr juil sept oct nov déc',
  },
  es: {
    neverLast: 'Sr Sra Srta Sres Sras D Dª Dña Ud Uds Vd Vds Dra Dres Lic Ing Arq Gral Cnel Mons Pbro Fr Sto Sta p.ej ee av avda aprox',
    beforeNumber: 'art arts pág págs núm cap',
    maybeLast: 'ee.uu uu a.c d.c',
  },
  it: {
    neverLast: 'sig sigg sig.ra dott dott.ssa ing avv arch On mons gen p.es es sec',
    beforeNumber: 'art artt pag pagg cap n',
    maybeLast: 'ecc a.c d.c',
  },
  pt: {
    neverLast: 'Sr Sra Srta Srs Sras Dra Drs D Profa Eng Arq Pe Sto Sta Av Gen Cel p.ex',
    beforeNumber: 'art arts pág págs cap n',
    maybeLast: 'a.c d.c',
  },
  nl: {
    neverLast: 'dhr mevr mw Ds Ir Ing bijv bv d.w.z dwz o.a resp ong evt i.p.v m.b.t',
    beforeNumber: 'art blz',
    maybeLast: 'enz e.d jl a.s n.chr v.chr mln mld',
  },
  el: { neverLast: 'κ κα κος δρ π.χ δηλ βλ', beforeNumber: 'σ σελ αρ', maybeLast: 'κ.λπ κλπ κ.ά π.μ μ.μ μ.χ' },
  ru: {
    neverLast: 'т.е т.к т.н им ул пр пл просп тов проф акад см ср напр св',
    beforeNumber: 'с стр гл рис ст',
    maybeLast: 'г гг в вв т.д т.п др пр тыс млн млрд руб коп н.э',
  },
};

/** An abbreviation → what it may do. */
type Known = ReadonlyMap<string, keyof Abbreviations>;

const known = new Map<Language, Known>();

function knownIn(language: Language): Known {
  const kept = known.get(language);
  if (kept) return kept;
  const kinds = ['maybeLast', 'beforeNumber', 'neverLast'] as const;
  const lists = [EVERYWHERE, ABBREVIATIONS[language]].flatMap((lists) => kinds.map((kind) => [kind, lists[kind]] as const));
  const all = new Map(lists.flatMap(([kind, list]) => list.split(/\s+/).map((one) => [one, kind] as const)));
  known.set(language, all);
  return all;
}

/** What an abbreviation may do, as the language has it; undefined: it is none. "DR." is "Dr." */
function kindOf(word: string, language: Language): keyof Abbreviations | undefined {
  const all = knownIn(language);
  if (word.length === 1) return all.get(word); // "v. Chr.", "Charles V."
  return all.get(word) ?? all.get(word.toLowerCase()) ?? all.get(word.charAt(0) + word.slice(1).toLowerCase());
}

const DAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?';
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const ZONE = '(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|IST|JST|AE[SD]T|MSK|Eastern|Central|Mountain|Pacific|Greenwich)';

/** "No. 5", "Sat. Jan. 5" */
const NUMBER = new RegExp(`^(?:\\p{N}|${MONTH}\\b\\.? \\p{N})`, 'u');

/** What goes on behind "8 a.m.": "8 a.m. Monday", "8 a.m. 5 May", "8 a.m. EST", "8 a.m. (…)" */
const DATE_OR_ZONE = new RegExp(`^(?:\\(|(?:(?:\\p{N}{1,2} )?${MONTH}|${DAY}|${ZONE})\\b)`, 'u');

/** A last word with a full stop, and the one before it where both are short: "z. B.", "EE. UU." */
const LAST = /(?:(?<![\p{L}\p{N}.])(\p{L}{1,3}\.)\s)?(?<![\p{L}.°])(\p{L}[\p{L}.-]*)\.$/u;

/** The same at the beginning: "B." behind "z." */
const NEXT = /^(\p{L}{1,3})\./u;

/** "Lindenstr. 5" */
const STREET = /^\p{L}+str$/u;

/** A number that may count something: "Der 1. Vorsitzende", "Ludwig XIV." */
const ORDINAL = /(?<![\p{L}\p{N}.,:])(?:\p{N}{1,2}|[IVX]+)\.$/u;
const GERMAN_MONTH = /^(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/;

/** Whether a number with a full stop counts what follows, a German noun with its capital letter; behind a noun, "Platz 3.", it doesn't. */
function isOrdinal(before: string, next: string): boolean {
  if (!ORDINAL.test(before) || !/^\p{Lu}/u.test(next) || isOpener(next, 'de')) return false;
  const noun = /(\p{Lu}\p{Ll}+)\.?\s\p{N}+\.$/u.exec(before)?.[1];
  return noun === undefined || isOpener(noun, 'de') || GERMAN_MONTH.test(next);
}

/**
 * Whether a full stop is a part of an abbreviation, an initial or an ordinal number, and the sentence goes on behind it.
 * @param before what stands before the boundary, white space at its end cut; its last 40 units are enough
 * @param after what follows
 */
export function goesOn(before: string, after: string, language: Language): boolean {
  if (!before.endsWith('.')) return false;
  const next = /^["'“‘„«([]*([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? '';
  const behind = NEXT.exec(after)?.[1];
  const opens = next === '' || (isOpener(next, language) && behind?.length !== 1); // "J. I. Packer"
  if (language === 'de' && isOrdinal(before, next)) return true;
  const [, first = '', last] = LAST.exec(before) ?? [];
  if (last === undefined) return false;
  if (behind !== undefined && last.length <= 3 && kindOf(`${last}.${behind}`, language)) return true;
  if (/^[ap]\.m$/i.test(first + last)) return DATE_OR_ZONE.test(after);
  const kind = kindOf(first + last, language) ?? kindOf(last.replace(STREET, 'Str'), language);
  if (kind === 'neverLast') return true;
  if (kind === 'beforeNumber' && NUMBER.test(after)) return true;
  return (kind === 'maybeLast' || isInitials(last) || isInitials(first + last)) && !opens;
}

/** "J.", "U.S", "J.-P": of names; but "I." is somebody. */
function isInitials(word: string): boolean {
  return /^\p{Lu}(?:\.-?\p{Lu})*$/u.test(word) && word !== 'I';
}
