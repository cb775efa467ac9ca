/** How well the articles of twenty pages are found: `npm run bench:pages [-- --all]`, with `--all` each sentence that is lost or not the article's. */
import { type Measured, measure, pages, shares } from './pages/measure.ts';
import { percent, table } from './table.ts';

const measured: Measured[] = [];
for (const page of pages()) measured.push(await measure(page));

const row = (page: string, some: readonly Measured[]) => {
  const { kept, foreign } = shares(some);
  const all = some.reduce((sum, one) => sum + one.all, 0);
  return { page, sentences: `${all}`, kept: percent(kept), 'not of the article': percent(foreign) };
};
console.log(table([...measured.map((one) => row(one.page, [one])), row('all', measured)]));
if (process.argv.includes('--all'))
  for (const { page, lost, foreign } of measured)
    for (const [what, lines] of [
      ['lost', lost],
      ['foreign', foreign],
    ] as const)
      for (const line of lines) console.log(`${page} ${what}: ${line}`);
