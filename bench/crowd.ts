import { quote } from '../src/article/article.ts';
import { readArticleFile } from '../src/article/files.ts';
import { parseLine } from '../src/terminal/line.ts';
import { QUESTIONS } from '../tests/answering/aleppo.questions.ts';
import { oneOf, questionAbout } from './prose.ts';
import { randomFrom } from './statistics.ts';

/** A question behind the command that it is asked with. */
export interface Asked {
  readonly command: string;
  readonly text: string;
}

/** Of so many people one asks what others would ask, too; the rest something of their own. */
const COMMON = 5;

/** What a crowd asks about the article that ships, in each round something else, as far as there is something else to ask. */
export function questionsOf(round: number, people: number): Asked[] {
  const random = randomFrom(round + 1);
  const common = (at: number): Asked => {
    const { name: command, text } = parseLine(QUESTIONS[at % QUESTIONS.length]?.[0] ?? '/who');
    return { command, text };
  };
  return Array.from({ length: people }, (_, i) =>
    i % COMMON === 0
      ? common(Math.floor((round * people + i) / COMMON))
      : { command: 'ask', text: questionAbout(oneOf(SENTENCES, random), random) },
  );
}

const SENTENCES = sentencesOf('content/aleppo-2012.txt');

function sentencesOf(file: string): string[] {
  const read = readArticleFile(file);
  if (read.kind !== 'article') throw new Error(`${file} is ${read.kind}`);
  return read.article.sentences.map(({ index }) => quote(read.article, index).text);
}
