import 'dotenv/config';
import { argumentsOf } from './arguments.ts';
import type { Finding } from './doctor/finding.ts';
import { printable } from './terminal/render.ts';
import { doctorUsage } from './wording-usage.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = { fine: '✓', wrong: '✗', 'not checked': '–' };

await run();

/** `npm run doctor`: a line for each thing that Verbatim needs, as soon as it was looked at. */
async function run(): Promise<void> {
  const { options } = await argumentsOf(doctorUsage, process);
  const { examine } = await import('./doctor/examine.ts'); // help waits for nothing
  const all: Finding[] = [];
  for await (const finding of examine(process.env)) {
    all.push(finding);
    if (!options.json) console.log(`${MARKS[finding.state]} ${finding.check.padEnd(12)} ${printable(finding.says)}`);
  }
  const isWell = all.every(({ state }) => state !== 'wrong');
  if (options.json) console.log(JSON.stringify({ ok: isWell, findings: all }));
  process.exitCode = isWell ? 0 : 1;
}
