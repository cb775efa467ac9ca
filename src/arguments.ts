import { isAbsolute, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usageWording as wording } from './wording-usage.ts';

/** How a script is called: its help is made of this, and what is typed behind it is read by this. */
export interface Usage {
  /** As somebody types it: "npm run ask". */
  readonly call: string;
  readonly does: string;
  readonly options?: Readonly<Record<string, Option>>;
  /** What may stand behind the options; undefined: nothing. */
  readonly rest?: { readonly name: string; readonly says: string };
}

export interface Option {
  readonly says: string;
  /** What it takes: "FILE"; undefined: it is a switch. */
  readonly takes?: string;
  /** What counts where it isn't given; a number, where it takes one. */
  readonly unset?: string | number;
  readonly several?: true;
}

type Value<O> = O extends { unset: number }
  ? number
  : O extends { several: true }
    ? readonly string[]
    : O extends { unset: string }
      ? string
      : O extends { takes: string }
        ? string | undefined
        : boolean;

/** What was typed behind a script's name. */
export interface Arguments<U extends Usage> {
  readonly options: { readonly [name in keyof U['options']]: Value<U['options'][name]> };
  readonly rest: readonly string[];
}

export type Read<U extends Usage> =
  | ({ readonly kind: 'arguments' } & Arguments<U>)
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problem: string };

/** Reads what was typed. */
export function readArguments<const U extends Usage>({ options: known = {}, rest }: U, typed: readonly string[]): Read<U> {
  if (typed.includes('--help') && !typed.slice(0, typed.indexOf('--help')).includes('--')) return { kind: 'help' };
  const options = Object.entries(known).map(([name, { takes, several = false }]) => {
    const type = takes === undefined ? ('boolean' as const) : ('string' as const);
    return [name, { type, multiple: several }] as const;
  });
  try {
    const { values, positionals } = parseArgs({
      args: [...typed],
      options: Object.fromEntries(options),
      allowPositionals: rest !== undefined,
    });
    const read: Record<string, unknown> = {};
    for (const [name, { takes, unset, several }] of Object.entries(known)) {
      const value = values[name] ?? unset ?? (several ? [] : takes === undefined ? false : undefined);
      read[name] = typeof unset === 'number' ? Number(value) : value;
      if (Number.isNaN(read[name])) return { kind: 'wrong', problem: wording.noNumber(name, String(value)) };
    }
    return { kind: 'arguments', options: read as Arguments<U>['options'], rest: positionals };
  } catch (error) {
    return { kind: 'wrong', problem: (error as Error).message };
  }
}

/** Reads what a script was given; where that is wrong, or only help is wanted, it says so, and the process ends. */
export async function argumentsOf<const U extends Usage>(usage: U, { argv }: Pick<NodeJS.Process, 'argv'>): Promise<Arguments<U>> {
  const read = readArguments(usage, argv.slice(2));
  if (read.kind === 'arguments') return read;
  return read.kind === 'wrong' ? misused(usage, read.problem) : endsWith(process.stdout, await helpOn(usage, columns()), 0);
}

/** Says what was wrong with what a script was given, and ends the process. */
export function misused(usage: Usage, problem: string): Promise<never> {
  return endsWith(process.stderr, wording.wrong(problem, usage.call), 2);
}

/** What a script does, and how it is called, as lines of so many columns. */
export async function helpOn({ call, does, options = {}, rest }: Usage, width: number): Promise<string> {
  const { render } = await import('./terminal/render.ts'); // only help waits for that
  const names = Object.entries(options);
  const terms = [
    ...(rest ? [[rest.name, rest.says] as const] : []),
    ...names.map(([name, { takes, unset, says }]) => [takes ? `--${name} ${takes}` : `--${name}`, wording.option(says, unset)] as const),
    ['--help', wording.help] as const,
  ];
  const text = (text: string) => ({ kind: 'words', text }) as const;
  const usage = [call, '--', ...(names.length > 0 ? ['[OPTIONS]'] : []), ...(rest ? [rest.name] : [])];
  return [[text(wording.usage(usage.join(' ')))], [text(does)], [{ kind: 'terms', terms } as const]]
    .map((blocks) => render(blocks, { width }))
    .join('\n\n');
}

/** A path as it was typed, from the folder on in which the person is: npm runs scripts in the folder of this project. */
export function fromWhereTyped(path: string, { INIT_CWD }: NodeJS.ProcessEnv): string {
  return isAbsolute(path) || !INIT_CWD ? path : relative('', resolve(INIT_CWD, path)) || '.';
}

/** A wider line is hard to read. */
const WIDEST = 100;

function columns(): number {
  return process.stdout.isTTY ? Math.min(WIDEST, process.stdout.columns || 80) : 80;
}

/** Nothing that comes behind this is run. */
function endsWith(stream: NodeJS.WriteStream, text: string, code: number): Promise<never> {
  return new Promise(() => stream.write(`${text}\n`, () => process.exit(code)));
}
