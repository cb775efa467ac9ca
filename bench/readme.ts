import { readFileSync, writeFileSync } from 'node:fs';

const README = new URL('README.md', import.meta.url);

/** Puts a text into bench/README.md, between `<!-- mark -->` and `<!-- /mark -->`. */
export function writeMarked(mark: string, text: string): void {
  const before = readFileSync(README, 'utf8');
  const marked = new RegExp(`(?<=<!-- ${mark} -->\\n)[\\s\\S]*(?=<!-- /${mark} -->)`);
  if (!marked.test(before)) throw new Error(`bench/README.md has no mark "${mark}"`);
  writeFileSync(
    README,
    before.replace(marked, () => `\n${text}\n\n`),
  );
}
