import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';

/** What a document says of itself. */
export interface About {
  readonly title: string;
  /** Its title is only the name of its file. */
  readonly untitled?: true;
  /** A year, a month or a day: `2012`, `2012-07`, `2012-07-21`. */
  readonly published?: string;
  readonly byline?: string;
  /** Where it was published: a link. */
  readonly source?: string;
}

export type FrontMatter =
  | { kind: 'front matter'; about: Partial<About>; text: string }
  /** `line` counts from 1, in the file. */
  | { kind: 'bad front matter'; line: number; reason: string };

const KEYS = ['title', 'published', 'byline', 'source'] as const;

const RULES: { [key in (typeof KEYS)[number]]: { valid: (value: string) => boolean; reason: string } } = {
  title: { valid: oneLine, reason: 'the title is one line of at most 150 characters' },
  published: { valid: isDate, reason: 'the date is a year, a month or a day: 2012, 2012-07 or 2012-07-21' },
  byline: { valid: oneLine, reason: 'the byline is one line of at most 150 characters' },
  source: {
    valid: (value) => /^https?:\/\/[^\s<>]{1,300}$/.test(value) && URL.canParse(value),
    reason: 'the source is a link of at most 300 characters that begins with http:// or https://',
  },
};

/**
 * Takes the front matter (YAML between two lines of three hyphens) off a file. A file that begins otherwise has none.
 * @param file the decoded file, without a BOM
 */
export function readFrontMatter(file: string): FrontMatter {
  const opening = /^---[ \t]*(?:\r\n?|\n)/.exec(file);
  if (!opening) return { kind: 'front matter', about: {}, text: file };
  const closing = /^---[ \t]*(?:\r\n?|\n|$)/m.exec(file.slice(opening[0].length));
  if (!closing) return bad(1, 'it begins with "---", and no second line of "---" ends it');
  const yaml = file.slice(opening[0].length, opening[0].length + closing.index);
  const text = file.slice(opening[0].length + closing.index + closing[0].length);
  return readFields(yaml, text);
}

function readFields(yaml: string, text: string): FrontMatter {
  let fields: unknown;
  try {
    fields = yaml.trim() === '' ? {} : load(yaml, { schema: FAILSAFE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return bad((error.mark?.line ?? 0) + 2, error.reason);
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return bad(2, 'every line is a name, a colon and a value');
  const about: Partial<Record<(typeof KEYS)[number], string>> = {};
  for (const key of KEYS) {
    const value: unknown = (fields as Record<string, unknown>)[key];
    if (value === undefined) continue;
    const line = yaml.split(/\r\n?|\n/).findIndex((field) => field.trimStart().startsWith(key)) + 2;
    if (typeof value !== 'string' || !RULES[key].valid(value)) return bad(line, RULES[key].reason);
    about[key] = value.trim();
  }
  return { kind: 'front matter', about, text };
}

function bad(line: number, reason: string): FrontMatter {
  return { kind: 'bad front matter', line, reason };
}

function oneLine(value: string): boolean {
  return /^.{1,150}$/.test(value.trim());
}

function isDate(value: string): boolean {
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(value) || Number.isNaN(Date.parse(value))) return false;
  return new Date(value).toISOString().startsWith(value); // 31 February would be 2 March
}
