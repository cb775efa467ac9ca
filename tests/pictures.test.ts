import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { draw, fileOf, PICTURES } from '../docs/pictures.ts';
import { terminalSvg } from '../docs/svg.ts';
import { MODEL } from '../src/reading/model.ts';
import { openReader } from '../src/reading/model-reader.ts';

const reader = openReader(MODEL, 1);
afterAll(() => reader.close());

test.each(PICTURES)('the picture of $of shows what the bot says', async (picture) => {
  expect(await draw(picture, reader)).toBe(readFileSync(fileOf(picture), 'utf8')); // it may say something else now: npm run pictures
});

test.each(PICTURES)('docs/documents.md shows the picture of $of', (picture) => {
  expect(readFileSync('docs/documents.md', 'utf8')).toContain(`](pictures/${basename(fileOf(picture).pathname)})`);
});

test('a screen is drawn line by line: what is bold there is bold, and a text opens no tag', () => {
  const svg = terminalSvg('? a\n\n\x1b[36m> \x1b[39ma \x1b[1m<b> & c\x1b[22m d', 10, 'A & B');
  expect(svg).toContain('<title>A &amp; B</title>');
  expect(svg.match(/<text.*/g)).toEqual([
    '<text x="20" y="34">? a</text>',
    '<text x="20" y="74"><tspan fill="#56d4dd">&gt; </tspan>a <tspan font-weight="bold" fill="#ffffff">&lt;b&gt; &amp; c</tspan> d</text>',
  ]);
});
