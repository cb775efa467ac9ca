import { parseLine } from '../commands/line.ts';
import { quote } from '../src/article/article.ts';
import { readArticleFile } from '../src/article/files.ts';
import { wordsOf } from '../src/search/words.ts';
import { QUESTIONS } from '../tests/answering/aleppo.questions.ts';
import { randomFrom } from './statistics.ts';

/** A question behind the command that it is asked with. */
export interface Asked {
  readonly command: string;
  readonly text: string;
}

/** Of so many people one asks what others would ask, too; the rest something of their own. */
const COMMON = 5;

/** Words of the article that somebody asks about. */
const WORDS = 6;

/** What a crowd asks about the article that ships, in each round something else, as far as there is something else to ask. */
export function questionsOf(round: number, people: number): Asked[] {
  return Array.from({ length: people }, (_, i) => {
    const at = round * people + i;
    if (i % COMMON > 0) return { command: 'ask', text: OWN[at % OWN.length] ?? '' };
    const { name: command, text } = parseLine(QUESTIONS[Math.floor(at / COMMON) % QUESTIONS.length]?.[0] ?? '/who');
    return { command, text };
  });
}

/** All words that stand in a row in the article as questions, in a random order, the same one in each run. */
const OWN = shuffled((await sentencesOf('content/aleppo-2012.txt')).flatMap(rowsIn).map((words) => `What ${words}?`));

function rowsIn(sentence: string): string[] {
  const words = wordsOf(sentence).map(({ text }) => text);
  return words.slice(0, Math.max(1, words.length - WORDS + 1)).map((_, from) => words.slice(from, from + WORDS).join(' '));
}

function shuffled(texts: readonly string[]): string[] {
  const random = randomFrom(1);
  return [...new Set(texts)]
    .map((text) => ({ text, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text);
}

async function sentencesOf(file: string): Promise<string[]> {
  const read = await readArticleFile(file);
  if (read.kind !== 'article') throw new Error(`${file} is ${read.kind}`);
  return read.article.sentences.map(({ index }) => quote(read.article, index).text);
}
