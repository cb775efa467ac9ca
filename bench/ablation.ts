// What each group of features earns: the ranking is learned again without it, and P@1 measured.
//
//   npm run ablation -- --measure FILE [--measure FILE…] [--write] FILE…
//
// The files behind the options are those to learn from. --write puts the table into bench/README.md.
import { parseArgs } from 'node:util';
import { FEATURE_NAMES } from '../src/answering/features.ts';
import { STORY_FEATURES } from '../src/answering/story-features.ts';
import { WEIGHTS } from '../src/answering/weights.ts';
import { casesOf } from './cases.ts';
import { VERBATIM } from './engines.ts';
import { examplesOf, passagesOf } from './examples.ts';
import { learnRanking } from './learn.ts';
import { answerable, outcomesOf } from './quality.ts';
import { writeMarked } from './readme.ts';
import { readSet } from './sets.ts';
import { bootstrap, mean } from './statistics.ts';
import { interval, percent, table } from './table.ts';

/** A feature that is in no group makes one of its own. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'the words themselves': ['coverage', 'frequency', 'exact', 'common words'],
  'words side by side': ['pairs'],
  'words of a family': ['families'],
  meaning: ['near words', 'meaning'],
  'sentences around': ['before', 'after', 'before, of a pronoun', 'two before'],
  'place in the article': ['first', 'early'],
  "the answer's type": ['when answer', 'who answer', 'where answer', 'number answer', 'definition', 'a question'],
  'for a W without a question': Object.keys(STORY_FEATURES),
};
const grouped = new Set(Object.values(GROUPS).flat());
const groups = [...Object.entries(GROUPS), ...FEATURE_NAMES.filter((name) => !grouped.has(name)).map((name) => [name, [name]] as const)];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { measure: { type: 'string', multiple: true, default: [] }, write: { type: 'boolean', default: false } },
});
const examples = passagesOf(positionals.map(readSet)).flatMap(examplesOf);
const measured = values.measure.map((file) => {
  const set = readSet(file);
  return { name: set.name.replace(/:.*/, ''), cases: casesOf(set) };
});

const full = measuredWithout([]);
const rows = [
  { 'left out': 'nothing', features: `${FEATURE_NAMES.length}`, ...row(full) },
  ...groups.map(([name, features]) => ({ 'left out': name, features: `${features.length}`, ...row(measuredWithout(features)) })),
];
console.log(table(rows));
if (values.write) writeMarked('ablation', table(rows));

/** For each set and question 1 where the first quote is right, 0 where it isn't. */
function measuredWithout(features: readonly string[]): number[][] {
  Object.assign(WEIGHTS.question, learnRanking(FEATURE_NAMES, examples, { leftOut: features }));
  return measured.map(({ cases }) => answerable(outcomesOf(VERBATIM, cases)).map(({ first }) => Number(first)));
}

function row(firsts: readonly (readonly number[])[]): Record<string, string> {
  const sets = measured.map(({ name }, i) => [`P@1, ${name}`, percent(mean(firsts[i] ?? []))]);
  const before = full.flat();
  const lost = firsts.flat().map((one, i) => (before[i] ?? 0) - one);
  return { ...Object.fromEntries(sets), 'lost, all together': percent(mean(lost)), 'of 95 %': interval(bootstrap(lost)) };
}
