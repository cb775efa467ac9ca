import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { Desk } from '../../src/desk.ts';
import { libraryOf } from '../../src/library/library.ts';
import { type OpenTexts, openTexts } from '../../src/library/open-texts.ts';
import { talk } from '../../src/terminal/terminal.ts';

/** Somebody at a terminal. */
export interface Person {
  types(keys: string): void;
  /** All that was written to the terminal so far. */
  screen(): string;
  /** The same without what steers it. */
  text(): string;
  /** Whether nothing that they type is read any more. */
  isPaused(): boolean;
  /** When they have left. */
  readonly left: Promise<void>;
}

interface Before {
  readonly columns?: number;
  readonly notes?: readonly string[];
  /** What is known later. */
  readonly later?: Promise<readonly string[]>;
}

const textsOf = (about: Desk | OpenTexts) => ('current' in about ? about : openTexts(libraryOf(about)));

/** Somebody sits down at a terminal. */
export function sit(about: Desk | OpenTexts, { columns = 60, notes = [], later }: Before = {}): Person {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns, hasColors: () => true });
  let screen = '';
  output.on('data', (data) => {
    screen += data;
  });
  const left = talk(textsOf(about), notes, input, output, later);
  return {
    types: (keys) => void input.write(keys),
    screen: () => screen,
    text: () => stripVTControlCharacters(screen),
    isPaused: () => input.isPaused(),
    left,
  };
}

/** What is printed when these lines come from a pipe. */
export async function piped(about: Desk | OpenTexts, lines: readonly string[]): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(lines.map((line) => `${line}\n`).join(''));
  await talk(textsOf(about), [], input, output);
  return String(output.read() ?? '');
}
