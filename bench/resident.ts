// Prints the memory of a process that has answered three questions about made-up sentences and does nothing else, in bytes:
//
//   node --import tsx/esm bench/resident.ts SENTENCES
import { readArticle } from '../src/article/article.ts';
import { textOf } from './engine.ts';
import { oneOf, prose, questionAbout } from './prose.ts';
import { openModel, readingAtMost } from './reading.ts';
import { randomFrom } from './statistics.ts';
import { verbatim } from './verbatim.ts';

const QUESTIONS = 3;

const sentences = Number(process.argv[2]);
const reader = await openModel();
const random = randomFrom(sentences);
const text = textOf(readArticle({ title: '' }, prose(sentences, random)));
const ask = verbatim(readingAtMost(reader)).index(text);
for (let i = 0; i < QUESTIONS; i++) await ask(questionAbout(oneOf(text.sentences, random), random));
console.log(process.memoryUsage.rss());
await reader.close();
