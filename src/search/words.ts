import { stemmer } from 'stemmer';

/** A word of a text, and where it stands: UTF-16 units from the text's start. */
export interface Word {
  /** As written. */
  readonly text: string;
  /** Lower case, without accents, apostrophes, what can't be seen and the full stops of initials: `Syria's` and `Syrias` are both `syrias`. */
  readonly form: string;
  /** What `form` shares with its inflections: two words with the same stem match. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Runs of letters, numbers, and capital letters with full stops between them: U.S. Format characters, which can't be seen (soft hyphens, joiners), end no
 * word, nor does an apostrophe, or a Hebrew abbreviation's mark.
 */
const WORD =
  /\p{N}+(?:[.,:]\p{N}+)*|\p{Lu}(?:\.\p{Lu})+(?!\p{L})|[\p{L}\p{M}]+(?:(?:\p{Cf}+|['’‘＇׳״]|(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew}))[\p{L}\p{M}]+)*/gu;

/** Scripts that write no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** `Intl.Segmenter` takes quadratic time on Node 20: it reads this many UTF-16 units at once. */
const WINDOW = 500;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a text in order: runs of letters, and numbers. Hyphens, full stops and everything else stand between words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const someUnspaced = UNSPACED.test(text);
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (!someUnspaced || !UNSPACED.test(run)) words.push(word(run, index));
    else
      for (let at = 0; at < run.length; at += WINDOW)
        for (const piece of segmenter.segment(run.slice(at, at + WINDOW)))
          if (/\p{L}/u.test(piece.segment)) words.push(word(piece.segment, index + at + piece.index));
  }
  return words;
}

function word(written: string, start: number): Word {
  const { text, form, stem } = readWord(written); // one text is kept for all that are alike
  return { text, form, stem, start, end: start + text.length };
}

/** Words come again and again: what has been read is kept, and all of it let go where there is too much of it. */
const read = new Map<string, Pick<Word, 'text' | 'form' | 'stem'>>();
const READ_KEPT = 50_000;
const LONGEST_KEPT = 30;

function readWord(text: string): Pick<Word, 'text' | 'form' | 'stem'> {
  const known = read.get(text);
  if (known) return known;
  const form = formOf(text);
  const word = { text, form, stem: stemOf(form) };
  if (read.size >= READ_KEPT) read.clear();
  if (text.length <= LONGEST_KEPT) read.set(text, word);
  return word;
}

function formOf(text: string): string {
  if (/^(?:US|U\.S)$/.test(text)) return 'usa'; // not "us"
  const plain = /^\p{N}/u.test(text) ? text : text.replaceAll('.', '');
  return /^[A-Za-z0-9]+$/.test(plain)
    ? plain.toLowerCase()
    : withoutPoints(plain)
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{Mn}/gu, (mark) => (/\p{Script=Inherited}/u.test(mark) ? '' : mark))
        .normalize('NFC');
}

/** A word as most people type it: its accents, but no apostrophes and marks of abbreviations, nothing unseen, no Hebrew and Arabic points. */
export function withoutPoints(word: string): string {
  return word.normalize('NFKC').replace(POINTS, '');
}

/** U+0640 makes an Arabic word longer; of the points of both scripts, some are shared with others. */
const POINTS = /[\p{Cf}'’‘ʼ׳״"\u0640\u064b-\u0652\u0670]|(?=[\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}/gu;

/** The stem of a form: Porter's (1980), after irregular forms are made regular. */
export function stemOf(form: string): string {
  const regular = IRREGULAR.get(form) ?? form;
  return /^[a-z]+$/.test(regular) ? stemmer(regular) : regular.replace(/(?<=\d),(?=\d{3})/g, '');
}

/** Irregular past tenses, participles and plurals, numbers in words, and other spellings, each behind its base form. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `arise arose arisen|be been|bear bore|become became|begin began begun|bite bit|blow blew blown|break broke broken|bring brought
  build built|buy bought|catch caught|choose chose chosen|come came|deal dealt|die died dies dying|draw drew drawn|drink drank|drive drove driven|eat ate eaten
  fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forget forgot forgotten|forbid forbade forbidden
  freeze froze frozen|get got gotten|give gave given|go went gone|grow grew grown|hang hung|hear heard|hide hid hidden|hold held
  keep kept|know knew known|lay laid|lead led|leave left|lend lent|lie lied lies lying|lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|ring rang
  rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shoot shot|show shown|shrink shrank|sing sang sung
  sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn
  swim swam|take took taken|teach taught|tear tore torn|tell told|tie tied ties tying|think thought|throw threw thrown|understand understood|wake woke
  wear wore worn|win won|write wrote written|man men|woman women|child children|person people|foot feet|life lives|wife wives|leaf leaves|city cities
  2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve|20 twenty|30 thirty|40 forty|50 fifty|100 hundred|1000 thousand
  gray grey|tire tyre tires tyres|check cheque checks cheques|meter metre meters metres|kilometer kilometre kilometers kilometres|liter litre liters litres
  airplane aeroplane airplanes aeroplanes|mohammed mohammad muhammad mohamed muhammed|hussein hussain husayn husain|ahmed ahmad|gaddafi qaddafi kadhafi gadhafi
  osama usama|quran koran|kiev kyiv`
    .split(/[|\n]/)
    .flatMap((line) => {
      const [base = '', ...forms] = line.trim().split(' ');
      return forms.map((form): [string, string] => [form, base]);
    }),
);

/** Words that say nothing about what a text is about: a question is not looked up by them. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about all also am an and any are arent as at be been being but by can cannot could couldnt did didnt do does doesnt doing dont each
  for from had has have having he her hers him his how i if in into is isnt it its itself just let me my of off on onto or our ours please
  shall she should so some such than that the their theirs them themselves then there these they this those to too under up upon us was wasnt we were werent what
  whatever whats hows whys when whens where wheres which who whom whos whose why will with would you your yours s t d ll m re ve
  article text story happen happened happens happening going thats theres hes shes theyre im youre ive weve youve anybody anyone someone something anything exactly according mentioned`
    .trim()
    .split(/\s+/),
);

/** The stems of a text's words, stop words left out: in their order, one as often as it comes. */
export function contentStems(text: string): string[] {
  return wordsOf(text).flatMap(({ form, stem }) => (STOP_WORDS.has(form) ? [] : stem));
}
