import { fileURLToPath } from 'node:url';
import { readArticleFile } from '../src/article/files.ts';
import { openLibrary } from '../src/library/library.ts';
import { openTexts } from '../src/library/open-texts.ts';
import type { Reader } from '../src/reading/reader.ts';
import { startConversation } from '../src/terminal/conversation.ts';
import { render } from '../src/terminal/render.ts';
import { terminalSvg } from './svg.ts';

const FOLDER = new URL('pictures/', import.meta.url);

/** What the README shows: each is a talk about a text, and stands beside it. The texts were written for this, and are in the public domain (CC0). */
export const PICTURES: readonly Picture[] = [
  { of: 'ferry.md', as: 'an FAQ', lines: ['can I bring my dog?', 'what does a child pay?', 'and a 14-year-old?'] },
  { of: 'pool.md', as: 'a table', lines: ['how late can I swim on Saturday?', 'and on Sunday?', 'how much is the sauna?'] },
  {
    of: 'storm.txt',
    as: 'a liveblog',
    lines: ['why are the trains not running?', 'how many homes have no electricity', 'was anybody hurt?'],
  },
];

export interface Picture {
  /** The text's file. */
  readonly of: string;
  /** What kind of text that is. */
  readonly as: string;
  /** What somebody types. */
  readonly lines: readonly string[];
}

const COLUMNS = 78;

/** The file of a picture. */
export function fileOf({ of }: Picture): URL {
  return new URL(`${of.replace(/\.\w+$/, '')}.svg`, FOLDER);
}

/** Draws a talk as a terminal shows it. */
export async function draw({ of, as, lines }: Picture, reader: Reader): Promise<string> {
  const read = await readArticleFile(fileURLToPath(new URL(of, FOLDER)));
  if (read.kind !== 'article') throw new Error(`${of} is ${read.kind}`);
  const answer = startConversation(openTexts(openLibrary(read.article, reader)));
  const turns: string[] = [];
  for (const line of lines) {
    const reply = await answer(line);
    turns.push(`? ${line}\n${'blocks' in reply ? render(reply.blocks, { colour: true, width: COLUMNS }) : ''}`);
  }
  return terminalSvg(turns.join('\n\n'), COLUMNS, `Answers from ${as}`);
}
