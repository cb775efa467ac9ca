// Learns the weights of the ranking and of the confidence from question sets, and writes src/answering/weights.json:
//
//   npm run train -- FILE…
//
// Same files, same weights.
import { writeFileSync } from 'node:fs';
import { FEATURE_NAMES } from '../src/answering/features.ts';
import { SIGNS, WEIGHTS, type Weights } from '../src/answering/weights.ts';
import { doubtsFrom } from './doubts.ts';
import { examplesOf, passagesOf } from './examples.ts';
import { calibrated, learnRanking, learnYesOrNo, named } from './learn.ts';
import { readSet } from './sets.ts';
import { LEARNED, storyExamples } from './stories.ts';

const sets = process.argv.slice(2).map(readSet);
const passages = passagesOf(sets);
const examples = passages.flatMap(examplesOf);
console.log(`${examples.length} questions`);
const question = learnRanking(FEATURE_NAMES, examples);
Object.assign(WEIGHTS.question, question); // the confidence is told from sentences that are ranked so

/** There are few stories: a greater penalty keeps to what most of them tell. Without any, what was learned before stays. */
const stories = storyExamples(sets.flatMap(({ articles }) => articles));
console.log(`${stories.length} bare questions`);
const story = stories.length > 0 ? learnRanking(LEARNED, stories, { penalty: 1e-3 }) : WEIGHTS.story;

/** Near misses teach what to look at, but readers ask few: the confidence is calibrated without them. */
const doubts = passages.flatMap(doubtsFrom);
const confidence = calibrated(
  learnYesOrNo(SIGNS.length, doubts),
  doubts.filter(({ kind }) => kind !== 'near miss'),
);

/** Whether the first quote is right, which it never is for a near miss: those are what a reader should be warned of. */
const right = named(
  SIGNS,
  learnYesOrNo(
    SIGNS.length,
    doubts.map((one) => ({ ...one, answers: one.right })),
  ),
);

const weights: Weights = { question, story, followUp: WEIGHTS.followUp, confidence: named(SIGNS, confidence), right };
writeFileSync(new URL('../src/answering/weights.json', import.meta.url), `${JSON.stringify(weights, null, 2)}\n`);
console.log(weights);
