import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that start processes or load the model take longest: with them first, no worker is left with one when the other is done. */
const TAKES_LONG = /from '\S*\/(?:processes|model-reader)\.ts'/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const long = new Set(sorted.filter(({ moduleId }) => TAKES_LONG.test(readFileSync(moduleId, 'utf8'))));
    return [...long, ...sorted.filter((file) => !long.has(file))];
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 180_000, // only what hangs should end by it, however slow the machine
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2, // on two cores one would idle: many tests wait for processes
    isolate: false, // the code, discord.js above all, is loaded once a worker and not once a file
    sequence: { sequencer: LongestFirst },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      exclude: ['src/main.ts', 'src/ask.ts', 'src/commands.ts', 'src/doctor.ts'],
    },
  },
});
