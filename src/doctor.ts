import 'dotenv/config';
import { parseArgs } from 'node:util';
import { examine } from './doctor/examine.ts';
import type { Finding } from './doctor/finding.ts';
import { printable } from './terminal/render.ts';
import { findings } from './wording-doctor.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = { fine: '✓', wrong: '✗', 'not checked': '–' };

await run();

/** `npm run doctor`: a line for each thing that Verbatim needs, as soon as it was looked at. */
async function run(): Promise<void> {
  const options = optionsGiven();
  if (!options) return;
  if (options.help) return console.log(findings.usage);
  const all: Finding[] = [];
  for await (const finding of examine(process.env)) {
    all.push(finding);
    if (!options.json) console.log(`${MARKS[finding.state]} ${finding.check.padEnd(12)} ${printable(finding.says)}`);
  }
  const isWell = all.every(({ state }) => state !== 'wrong');
  if (options.json) console.log(JSON.stringify({ ok: isWell, findings: all }));
  process.exitCode = isWell ? 0 : 1;
}

function optionsGiven() {
  try {
    return parseArgs({ options: { json: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n${findings.usage}`);
    process.exitCode = 2;
  }
}
