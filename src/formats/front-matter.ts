import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { parse, TomlError } from 'smol-toml';
import { type About, aboutIn, isKnown, isRecord } from '../document/about.ts';

export type FrontMatter =
  | { kind: 'front matter'; about: Partial<About>; text: string }
  /** `line` counts from 1, in the file. */
  | { kind: 'bad front matter'; line: number; reason: string };

/**
 * Takes the front matter off a file: YAML between two lines of `---`, TOML between two of `+++`. A file that begins otherwise has none, and neither
 * has one whose first line of hyphens is a line across, with text below it.
 * @param file the decoded file, without a BOM
 */
export function readFrontMatter(file: string): FrontMatter {
  const [opening, mark] = /^(---|\+\+\+)[ \t]*(?:\r\n?|\n)/.exec(file) ?? [];
  if (!opening || !mark) return { kind: 'front matter', about: {}, text: file };
  const rest = file.slice(opening.length);
  const closing = (mark === '---' ? /^---[ \t]*(?:\r\n?|\n|$)/m : /^\+\+\+[ \t]*(?:\r\n?|\n|$)/m).exec(rest);
  const fields = rest.slice(0, closing?.index);
  if (mark === '---' && !beginsWithField(fields, closing !== null)) return { kind: 'front matter', about: {}, text: file };
  if (!closing) return bad(1, `it begins with "${mark}", and no second line of "${mark}" ends it`);
  const said = mark === '---' ? readYaml(fields) : readToml(fields);
  return said.kind === 'said' ? { kind: 'front matter', about: said.about, text: rest.slice(closing.index + closing[0].length) } : said;
}

/**
 * Whether the first line that says anything is a name, a colon and a value, and no sentence: the name is one that we know, or in small letters,
 * as programs write it, where a second line of hyphens ends it all.
 */
function beginsWithField(fields: string, closed: boolean): boolean {
  const first = /^[ \t]*(?!#)\S.*/m.exec(fields)?.[0];
  if (first === undefined) return closed;
  const name = /^["']?([A-Za-z][\w-]*)["']?[ \t]*:(?:[ \t]|$)/.exec(first)?.[1];
  return name !== undefined && (isKnown(name) || (closed && /^[a-z]/.test(name)));
}

type Said = { kind: 'said'; about: Partial<About> } | Extract<FrontMatter, { kind: 'bad front matter' }>;

function readYaml(yaml: string): Said {
  try {
    return readFields(yaml.trim() === '' ? {} : load(yaml, { schema: FAILSAFE_SCHEMA }), yaml);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return bad((error.mark?.line ?? 0) + 2, error.reason);
  }
}

function readToml(toml: string): Said {
  try {
    return readFields(parse(toml), toml);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return bad(error.line + 1, error.message.replace(/^Invalid TOML document: |\n[\s\S]*/g, ''));
  }
}

function readFields(fields: unknown, source: string): Said {
  if (!isRecord(fields)) return bad(2, 'every line is a name, a colon and a value');
  const said = aboutIn(fields);
  if (said.kind === 'about') return { kind: 'said', about: said.about };
  const line = source.split(/\r\n?|\n/).findIndex((field) => field.replace(/^[\s"']+/, '').startsWith(said.name));
  return bad(line + 2, said.reason);
}

function bad(line: number, reason: string): Extract<FrontMatter, { kind: 'bad front matter' }> {
  return { kind: 'bad front matter', line, reason };
}
