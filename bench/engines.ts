import type { Reader } from '../src/reading/reader.ts';
import type { Engine } from './engine.ts';
import { RIVALS } from './rivals.ts';
import { verbatim } from './verbatim.ts';

/** The bot, and the others. */
export function enginesWith(reader: Reader): readonly Engine[] {
  return [verbatim(reader), ...RIVALS];
}
