import { dayOf } from './day.ts';

/** What a document says of itself. */
export interface About {
  readonly title: string;
  /** No header says its title: it is the heading at its top, or only the name of its file. */
  readonly untitled?: true;
  /** A year, a month or a day: `2012`, `2012-07`, `2012-07-21`. */
  readonly published?: string;
  readonly byline?: string;
  /** Where it was published: a link. */
  readonly source?: string;
}

/** What it may say in words. */
export type Field = Exclude<keyof About, 'untitled'>;

interface Rule {
  /** What others call it, in small letters and without `-` and `_`, the surest first. */
  readonly synonyms: readonly string[];
  readonly read: (value: unknown) => string | undefined;
  readonly reason: string;
}

const RULES: { readonly [key in Field]: Rule } = {
  title: { synonyms: ['headline'], read: oneLine, reason: 'the title is one line of at most 150 characters' },
  published: {
    synonyms: ['date', 'publishdate', 'pubdate', 'datepublished', 'publishedat', 'created'],
    read: (value) => dayOf(written(value) ?? ''),
    reason: 'the date is a year, a month or a day: 2012, 2012-07 or 2012-07-21',
  },
  byline: {
    synonyms: ['author', 'authors', 'by'],
    read: (value) => oneLine(namesIn(value)),
    reason: 'the byline is one line of at most 150 characters',
  },
  source: {
    synonyms: ['url', 'link', 'canonical', 'canonicalurl'],
    read: link,
    reason: 'the source is a link of at most 300 characters that begins with http:// or https://',
  },
};

const OURS = Object.keys(RULES) as Field[];
const KNOWN: ReadonlySet<string> = new Set(OURS.flatMap((key) => [key, ...RULES[key].synonyms]));

/** Whether a name says what a document is called, who wrote it, when it was published or where. */
export function isKnown(name: string): boolean {
  return KNOWN.has(plain(name));
}

export type Said = { kind: 'about'; about: Partial<About> } | { kind: 'bad field'; name: string; reason: string };

/**
 * What named fields say of a document. What stands under a name of ours has to be what we take it for;
 * under what others call it, what can't be read is left out, and so are all other fields.
 */
export function aboutIn(fields: Readonly<Record<string, unknown>>): Said {
  const named = new Map(Object.entries(fields).map(([name, value]) => [plain(name), { name, value }]));
  const about: Partial<Record<Field, string>> = {};
  for (const key of OURS) {
    const { synonyms, read, reason } = RULES[key];
    const own = named.get(key);
    const meant = own !== undefined && !isEmpty(key, own.value);
    const said = [key, ...(meant ? [] : synonyms)].map((name) => read(named.get(name)?.value)).find((value) => value !== undefined);
    if (said !== undefined) about[key] = said;
    else if (meant) return { kind: 'bad field', name: own.name, reason };
  }
  return { kind: 'about', about };
}

/** What a page, or a file of a word processor, says of itself: what can't be read is left out. */
export function aboutOf({ title, byline, published, source }: { readonly [field in Field]?: string | undefined }): Partial<About> {
  const tidy = (value: string | undefined) => value?.replace(/\s+/g, ' ').trim();
  const said = aboutIn({ headline: tidy(title), author: tidy(byline), date: tidy(published), url: source?.trim() });
  return said.kind === 'about' ? said.about : {};
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** Whether a field says nothing; site generators ask by `published: true` whether to show a page. */
function isEmpty(key: Field, value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isBlank); // not as a string: lists in lists may say the same a billion times
  return isBlank(value) || (key === 'published' && /^(?:true|false)$/i.test(String(value)));
}

const isBlank = (value: unknown) => (value ?? '') === '' || (typeof value === 'string' && value.trim() === '');

function written(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString(); // of TOML: as it is written there
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
}

/** In UTF-16 units. */
const LONGEST_LINE = 150;

function oneLine(value: unknown): string | undefined {
  const line = written(value);
  return line !== undefined && line.length <= LONGEST_LINE && /^.+$/.test(line) ? line : undefined;
}

function link(value: unknown): string | undefined {
  const url = written(value) ?? '';
  return /^https?:\/\/[^\s<>]{1,300}$/.test(url) && URL.canParse(url) ? url : undefined;
}

/** A name, or the names of a list: "A", "A and B", "A, B and C". */
function namesIn(value: unknown): string | undefined {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  if (all.length > LONGEST_LINE) return undefined;
  const names = all.flatMap((one) => written(isRecord(one) ? one.name : one)?.slice(0, LONGEST_LINE + 1) ?? []); // longer, it is no line
  const last = names.pop();
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
