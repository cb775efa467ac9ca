import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts', 'commands/**/*.ts'], exclude: ['src/main.ts', 'src/ask.ts', 'src/commands.ts'] },
  },
});
