// How long an answer takes, beside Fuse.js and MiniSearch: the same questions about the shipped article, in turns, in one process;
// and how long one takes that goes on from another.
//
//   npm run bench
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { answer } from '../src/answering/answer.ts';
import { indexArticle } from '../src/answering/article-index.ts';
import { quote } from '../src/article/article.ts';
import { readArticleFile } from '../src/article/files.ts';
import { answerIn } from '../src/conversation/follow-up.ts';
import type { Said } from '../src/conversation/said.ts';
import { QUESTIONS } from '../tests/answering/aleppo.questions.ts';
import { CONVERSATIONS } from '../tests/conversation/twelve.ts';
import { percentile } from './percentile.ts';

const ROUNDS = 200;
const WARM_UP = 20;

const file = readArticleFile('content/aleppo-2012.txt');
if (file.kind !== 'article') throw new Error(`the shipped article is ${file.kind}`);
const { article } = file;
const sentences = article.sentences.map(({ index }) => ({ id: index, text: quote(article, index).text }));
const questions = QUESTIONS.map(([asked]) => asked.replace(/^\//, ''));

const index = indexArticle(article);
const fuse = new Fuse(sentences, { keys: ['text'], ignoreLocation: true, includeScore: true });
const mini = new MiniSearch({ fields: ['text'] });
mini.addAll(sentences);

const ways: [name: string, ask: (question: string) => unknown][] = [
  ['Verbatim', (question) => answer(index, question)],
  ['Fuse.js, ignoreLocation', (question) => fuse.search(question)],
  ['MiniSearch, defaults', (question) => mini.search(question)],
];

/** The turns of the test's conversations: each with what had been said before it. */
const turns = CONVERSATIONS.flatMap(([file, conversation]) => {
  const read = readArticleFile(file);
  if (read.kind !== 'article') throw new Error(`${file} is ${read.kind}`);
  const about = indexArticle(read.article);
  let said: Said | undefined;
  return conversation.map(([asked, , kind]) => {
    const before = said;
    said = answerIn(about, asked, undefined, before).said;
    return { kind, ask: () => answerIn(about, asked, undefined, before) };
  });
});

const times = new Map<string, number[]>(ways.map(([name]) => [name, []]));
for (let round = 0; round < WARM_UP + ROUNDS; round++)
  for (const question of questions)
    for (const [name, ask] of ways) {
      const start = performance.now();
      ask(question);
      if (round >= WARM_UP) times.get(name)?.push(performance.now() - start);
    }

const median = (name: string) => percentile(times.get(name) ?? [], 0.5);
const base = median('MiniSearch, defaults');
console.log(`${questions.length} questions about ${sentences.length} sentences, ${ROUNDS} times each`);
console.table(
  ways.map(([name]) => ({
    way: name,
    'median ms': median(name).toFixed(3),
    'p95 ms': percentile(times.get(name) ?? [], 0.95).toFixed(3),
    'median over MiniSearch': (median(name) / base).toFixed(1),
  })),
);

const spent = { alone: [] as number[], 'follow-up': [] as number[] };
for (let round = 0; round < WARM_UP + ROUNDS; round++)
  for (const { kind, ask } of turns) {
    const start = performance.now();
    ask();
    if (round >= WARM_UP) spent[kind].push(performance.now() - start);
  }
const [alone, followUp] = [percentile(spent.alone, 0.5), percentile(spent['follow-up'], 0.5)];
console.log(
  `A follow-up takes ${followUp.toFixed(3)} ms, ${(followUp / alone).toFixed(1)} times a question that stands on its own (medians)`,
);
