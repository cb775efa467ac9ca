import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000, // only what hangs should end by it, however slow the machine
    hookTimeout: 60_000,
    maxWorkers: 2, // on two cores one would idle: many tests wait for processes
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      exclude: ['src/main.ts', 'src/ask.ts', 'src/commands.ts', 'src/doctor.ts'],
    },
  },
});
