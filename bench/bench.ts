// How good and how fast Verbatim is beside other ways to find a sentence, on the same questions; bench/README.md says what the tables mean.
//
//   npm run bench [-- [--growth] [--write MARK] [FILE…]]
//
// --growth takes a minute more. --write puts all that is printed into bench/README.md, where the mark is.
import { parseArgs } from 'node:util';
import { type Case, casesOf, offArticle, someOf, withoutAnswers, withTypos } from './cases.ts';
import { ENGINES, VERBATIM } from './engines.ts';
import { followUps } from './follow-ups.ts';
import { growth } from './growth.ts';
import { answerable, firstRight, type Outcome, outcomesOf, qualityByKind, qualityOf, refusedOf } from './quality.ts';
import { writeMarked } from './readme.ts';
import { aucOf, brierOf, reliabilityOf } from './reliability.ts';
import { readSet } from './sets.ts';
import { speedOf } from './speed.ts';
import { bootstrap, mean } from './statistics.ts';
import { decimals, interval, percent, table } from './table.ts';

const OWN = 'bench/own.json';
const BASE = 'BM25, stemmed, no stop words';
const TYPO_SEEDS = [1, 2, 3];
/** What is asked many times is asked with this many questions of a file. */
const MANY = 600;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { growth: { type: 'boolean', default: false }, write: { type: 'string' } },
});
const sets = (positionals.length > 0 ? positionals : [OWN]).map(readSet);

const printed: string[] = [];
/** Of each engine, what came of the questions of all files. */
const all = new Map<string, Outcome[]>(ENGINES.map(({ name }) => [name, []]));
for (const set of sets) {
  const cases = casesOf(set);
  const asked = cases.flatMap(({ questions }) => questions);
  heading(1, `${set.name}: ${asked.length} questions about ${cases.length} articles`);
  const real = ENGINES.map((engine) => ({ engine, outcomes: outcomesOf(engine, cases) }));
  for (const { engine, outcomes } of real) all.get(engine.name)?.push(...outcomes);
  section(
    'Quality, in percent',
    real.map(({ engine, outcomes }) => ({ way: engine.name, ...qualityOf(outcomes) })),
  );
  section(
    'P@1 by the kind of question (how many there are)',
    real.map(({ engine, outcomes }) => ({ way: engine.name, ...qualityByKind(outcomes) })),
  );
  const some = someOf(cases, MANY);
  section('Hard questions', hard(some, real));
  section('Speed', speedOf(some));
  heading(2, `Reliability of ${VERBATIM.name}'s confidence: these questions, and some without their answers`);
  print(reliabilityOf([...(real[0]?.outcomes ?? []), ...outcomesOf(VERBATIM, withoutAnswers(cases))]));
}
heading(1, 'All files together');
section(`P@1 over ${BASE}, question by question, in points`, overBase());
heading(2, 'Follow-ups');
print(followUps());
if (values.growth) {
  heading(1, 'Growth');
  print(growth());
}
if (values.write) writeMarked(values.write, printed.join('\n\n').replace(/^#/gm, '###'));

function hard(cases: readonly Case[], real: readonly { engine: (typeof ENGINES)[number]; outcomes: readonly Outcome[] }[]) {
  const questions = new Set(cases.flatMap((one) => one.questions));
  return real.map(({ engine, outcomes: of }) => {
    const outcomes = of.filter(({ asked }) => questions.has(asked));
    const mistyped = mean(TYPO_SEEDS.map((seed) => firstRight(outcomesOf(engine, withTypos(cases, seed)))));
    const withGone = [...outcomes, ...outcomesOf(engine, withoutAnswers(cases))];
    return {
      way: engine.name,
      'P@1 lost by a typo': percent(firstRight(outcomes) - mistyped),
      'off-article refused': percent(refusedOf(outcomesOf(engine, offArticle(cases)))),
      'without-answer auc': decimals(aucOf(withGone), 3),
      'Brier score': engine === VERBATIM ? decimals(brierOf(withGone), 3) : '–',
    };
  });
}

function overBase() {
  const firsts = (name: string) => answerable(all.get(name) ?? []).map(({ first }) => Number(first));
  const base = firsts(BASE);
  return ENGINES.map(({ name }) => {
    const right = firsts(name);
    const more = right.map((one, i) => one - (base[i] ?? 0));
    return { way: name, 'P@1': percent(mean(right)), over: percent(mean(more)), 'of 95 %': interval(bootstrap(more)) };
  });
}

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
