import { basename } from 'node:path';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { type Case, casesOf, someOf, withoutAnswers } from './cases.ts';
import { enginesWith } from './engines.ts';
import { given } from './given.ts';
import { growth } from './growth.ts';
import { hardOf, overBase } from './hard.ts';
import { byMostWindows } from './most-windows.ts';
import { type Outcome, outcomesOf, qualityByKind, qualityOf } from './quality.ts';
import { openModel, readingAtMost } from './reading.ts';
import { writeMarked } from './readme.ts';
import { reliabilityOf } from './reliability.ts';
import { remembering } from './remembering.ts';
import { readSet, readTalks } from './sets.ts';
import { speedOf } from './speed.ts';
import { table } from './table.ts';
import { held, talkTable } from './talk.ts';
import { windowCost } from './window-cost.ts';

const OWN = { sets: ['bench/own.json'], talks: ['bench/talk.json'] };
/** What is asked many times is asked with this many questions of a file. */
const MANY = 120;

const USAGE = {
  call: 'npm run bench',
  does: 'Measures how good and how fast Verbatim is, compared with other ways to find a sentence, on the same questions. bench/README.md says what the tables mean.',
  options: {
    talk: { takes: 'FILE', several: true, says: 'A file of talks; it can be given several times.' },
    growth: { says: 'Also measure how the times grow with the length of a text: some minutes more.' },
    few: { takes: 'COUNT', unset: Number.POSITIVE_INFINITY, says: 'Ask about only so many articles of each file.' },
    write: { takes: 'MARK', says: 'Write the output into bench/README.md, at this mark.' },
  },
  rest: { name: '[FILE…]', says: 'Sets of questions. Without any, and without --talk, our own.' },
} as const satisfies Usage;

const { options, rest } = await argumentsOf(USAGE, process);
const isGiven = rest.length + options.talk.length > 0;
const few = <S extends { articles: readonly unknown[] }>(set: S): S => ({ ...set, articles: set.articles.slice(0, options.few) });
const files = isGiven ? rest : OWN.sets;
const talkFiles = isGiven ? options.talk : OWN.talks;
given([...files, ...talkFiles], USAGE);
const talks = talkFiles.map(readTalks).map(few);

const model = await openModel();
/** For what is timed; and for all else, which reads nothing twice. */
const [reader, known] = [readingAtMost(model), remembering(readingAtMost(model))];
const engines = enginesWith(known);

const printed: string[] = [];
/** Of each engine, what came of the questions of all files. */
const all = new Map<string, Outcome[]>(engines.map(({ name }) => [name, []]));
const asked = new Map<string, readonly Case[]>();
for (const file of files) {
  const set = few(readSet(file));
  const cases = casesOf(set);
  heading(1, `${set.name}: ${cases.flatMap(({ questions }) => questions).length} questions about ${cases.length} articles`);
  const real: Record<string, Outcome[]> = {};
  for (const engine of engines) {
    real[engine.name] = await outcomesOf(engine, cases);
    all.get(engine.name)?.push(...(real[engine.name] ?? []));
  }
  const each = (of: (outcomes: readonly Outcome[]) => Record<string, string>) =>
    engines.map(({ name }) => ({ way: name, ...of(real[name] ?? []) }));
  section('Quality, in percent', each(qualityOf));
  section('P@1 by the kind of question (how many there are)', each(qualityByKind));
  const some = someOf(cases, MANY);
  asked.set(basename(file), some);
  section('Hard questions', await hardOf(engines, some, real));
  section('Speed', await speedOf(enginesWith(reader), some));
  heading(2, "Reliability of Verbatim's confidence: these questions, and some without their answers");
  const [verbatim] = engines;
  if (verbatim) print(reliabilityOf([...(real[verbatim.name] ?? []), ...(await outcomesOf(verbatim, withoutAnswers(some)))]));
}
if (files.length > 0) {
  heading(1, 'All files together');
  section('P@1 over BM25, question by question, in points', overBase(all));
  section('What reading more windows gives', await byMostWindows(asked, known));
  section('What a window costs', await windowCost());
}
for (const set of talks) {
  heading(1, `Talks: ${set.name}`);
  const turned = await held(set, known);
  print(talkTable(turned));
  heading(2, "Reliability of Verbatim's confidence: all questions and turns");
  print(reliabilityOf(turned));
}
if (options.growth) {
  heading(1, 'Growth');
  print(await growth(reader));
}
await model.close();
if (options.write) writeMarked(options.write, printed.join('\n\n').replace(/^#/gm, '###'));

function section(title: string, rows: readonly Record<string, string>[]): void {
  heading(2, title);
  print(table(rows));
}

function heading(level: number, title: string): void {
  print(`${'#'.repeat(level)} ${title}`);
}

function print(text: string): void {
  printed.push(text);
  console.log(`${text}\n`);
}
