// Learns the weights of the ranking and of the confidence from question sets, and writes src/answering/weights.json:
//
//   npm run train -- FILE…
//
// Same files, same weights.
import { writeFileSync } from 'node:fs';
import { WEIGHTS, type Weights } from '../src/answering/weights.ts';
import { examplesOf, learnConfidence, learnRanking, passagesOf } from './learn.ts';
import { readSet } from './sets.ts';

const sets = passagesOf(process.argv.slice(2).map(readSet));
const examples = sets.flatMap(examplesOf);
console.log(`${examples.length} questions`);

const question = learnRanking(examples);
Object.assign(WEIGHTS.question, question); // the confidence is told from sentences that are ranked so
const weights: Weights = { question, story: WEIGHTS.story, followUp: WEIGHTS.followUp, confidence: learnConfidence(sets) };
writeFileSync(new URL('../src/answering/weights.json', import.meta.url), `${JSON.stringify(weights, null, 2)}\n`);
console.log(weights);
