import { readFileSync, writeFileSync } from 'node:fs';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { givenWith, type Judged, judge, type Learned, learn, type Thresholds } from './calibration.ts';
import { type Decided, decisionsIn } from './decisions.ts';
import { given } from './given.ts';
import { openModel, readingAtMost } from './reading.ts';
import { remembering } from './remembering.ts';
import { readTalks } from './sets.ts';
import { brier, mean } from './statistics.ts';
import { decimals, percent, table } from './table.ts';

const CALIBRATION = new URL('../src/answering/calibration.json', import.meta.url);
const THRESHOLDS = [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];

const USAGE = {
  call: 'npm run calibrate',
  does: 'Learns the numbers in src/answering/calibration.json from talks, which are held with the bot as it is. They are learned from one half of the articles and judged by the other, both ways round, and then learned from all.',
  options: {
    few: { takes: 'COUNT', unset: Number.POSITIVE_INFINITY, says: 'Use only so many articles of each file.' },
    readings: { takes: 'FILE', says: 'Save what the reader says in this file, so that the next run takes seconds.' },
    write: { says: 'Write the result into calibration.json. Its thresholds stay as they are.' },
  },
  rest: { name: 'FILE…', says: 'Sets of talks.' },
} as const satisfies Usage;

const { options, rest } = await argumentsOf(USAGE, process);
const files = given(rest, USAGE);
const now = JSON.parse(readFileSync(CALIBRATION, 'utf8')) as Learned & Thresholds;

const model = await openModel();
const reader = remembering(readingAtMost(model), options.readings);
const decided: Decided[] = [];
for (const file of files) {
  const set = readTalks(file);
  decided.push(...(await decisionsIn({ ...set, articles: set.articles.slice(0, options.few) }, reader)));
}
await model.close();

const half = (which: number) => decided.filter(({ article }) => article % 2 === which);
const ways = [0, 1].map((which) => ({ learned: learn(half(1 - which)), judged: half(which) }));
const found = ways.map(({ learned, judged }) => judge(judged, learned));
console.log(
  table([
    { what: 'as it is now, all', ...figures(judge(decided, now)) },
    ...found.map((judged, i) => ({ what: `learned from one half, the ${i === 0 ? 'first' : 'second'} judged`, ...figures(judged) })),
    { what: 'both halves together', ...figures(found.flat()) },
  ]),
);
console.log(
  `\nBy the threshold of an answer, both halves together:\n\n${table(THRESHOLDS.map((at) => ({ threshold: `${at}`, ...kept(found.flat(), at) })))}`,
);
for (const { learned } of ways) console.log(`\nlearned from one half: ${JSON.stringify(learned)}`);
const all = learn(decided);
console.log(`\nlearned from all:\n${written({ ...now, ...all })}`);
if (options.write) writeFileSync(CALIBRATION, written({ ...now, ...all }));

function figures(judged: readonly Judged[]): Record<string, string> {
  const given = judged.map((one) => givenWith(one, now));
  return {
    'P@1': percent(mean(judged.filter(({ answerable }) => answerable).map(({ first }) => Number(first)))),
    ...kept(judged, now.answered),
    sure: percent(mean(given.map(({ sure }) => Number(sure)))),
    'wrong and sure': percent(mean(given.map(({ sure, first }) => Number(sure && !first)))),
    'Brier, answers': decimals(brier(judged.map(({ answers, answerable }) => ({ said: answers, so: answerable }))), 3),
    'Brier, right': decimals(brier(judged.map(({ right, first }) => ({ said: right, so: first }))), 3),
  };
}

/** @param answered the threshold of an answer */
function kept(judged: readonly Judged[], answered: number): Record<string, string> {
  const share = (answerable: boolean, is: (given: ReturnType<typeof givenWith>) => boolean) =>
    percent(mean(judged.filter((one) => one.answerable === answerable).map((one) => Number(is(givenWith(one, { ...now, answered }))))));
  return {
    'right and answered': share(true, ({ first, answered }) => first && answered),
    refused: share(false, ({ answered }) => !answered),
  };
}

/** One key a line. */
function written(calibration: object): string {
  const line = ([key, value]: [string, unknown]) =>
    `  ${JSON.stringify(key)}: ${JSON.stringify(value).replace(/[:,{]/g, '$& ').replace('}', ' }')}`;
  return `{\n${Object.entries(calibration).map(line).join(',\n')}\n}\n`;
}
