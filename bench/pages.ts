import { argumentsOf, type Usage } from '../src/arguments.ts';
import { type Measured, measure, pages, shares } from './pages/measure.ts';
import { percent, table } from './table.ts';

const USAGE = {
  call: 'npm run bench:pages',
  does: 'Measures how well the articles on twenty pages are found.',
  options: { all: { says: 'Print each sentence that is lost, or that is not part of the article.' } },
} as const satisfies Usage;

const { all } = (await argumentsOf(USAGE, process)).options;
const measured: Measured[] = [];
for (const page of pages()) measured.push(await measure(page));

const row = (page: string, some: readonly Measured[]) => {
  const { kept, foreign } = shares(some);
  const sentences = some.reduce((sum, one) => sum + one.all, 0);
  return { page, sentences: `${sentences}`, kept: percent(kept), 'not of the article': percent(foreign) };
};
console.log(table([...measured.map((one) => row(one.page, [one])), row('all', measured)]));
if (all)
  for (const { page, lost, foreign } of measured)
    for (const [what, lines] of [
      ['lost', lost],
      ['foreign', foreign],
    ] as const)
      for (const line of lines) console.log(`${page} ${what}: ${line}`);
