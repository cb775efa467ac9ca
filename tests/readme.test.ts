import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { actions, commands } from '../commands/index.ts';
import { run } from './processes.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const rowsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));
const PAGES = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? join('docs', name) : []))];
const commandPages = ['docs/commands.md', 'docs/moderators.md'].map(read).join('\n');
const rows = rowsOf(commandPages);

test('the README is short', () => {
  expect(read('README.md').length).toBeLessThan(8000);
});

test.each(commands.map(({ name, kind }) => (kind === 'message' ? name : `/${name}`)))('the docs have a row for %s', (name) => {
  const about = rows.filter((row) => row.split('|')[1]?.includes(`\`${name}`));
  const named = commandPages.split('\n').filter((line) => line.startsWith('Besides') && line.includes(`\`${name}\``));
  expect([...about, ...named]).not.toEqual([]);
});

test.each(actions.filter(({ takes, needs }) => !takes && !needs))('the docs name the button "$label"', ({ label }) => {
  expect(commandPages.includes(`**${label}**`) || label.endsWith(' page')).toBe(true);
});

test('docs/hosting.md and .env.example have the same variables', () => {
  const settings = rowsOf(read('docs/hosting.md'));
  const variables = Array.from(read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm), ([, name]) => name);
  expect(variables.length).toBeGreaterThan(8);
  for (const name of variables) expect(settings.filter((row) => row.startsWith(`| \`${name}\``))).toHaveLength(1);
});

/** A heading's anchor, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

test.each(PAGES)('the links of %s lead somewhere', (page) => {
  const links = Array.from(read(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g));
  for (const [, path = '', anchor] of links) {
    const file = path === '' ? page : join(dirname(page), path);
    expect(existsSync(file), `${file}, in ${page}`).toBe(true);
    if (anchor) expect(Array.from(read(file).matchAll(/^#+ (.*)$/gm), ([, heading = '']) => anchorOf(heading))).toContain(anchor);
  }
});

test('the conversation that docs/commands.md shows is what the bot says', async () => {
  const [, shown = ''] = /A conversation:\n\n```\n([\s\S]*?)```/.exec(read('docs/commands.md')) ?? [];
  const turns = shown.split('\n? ').slice(1);
  const { out } = await run(
    'src/main.ts',
    [],
    turns.map((turn) => turn.split('\n')[0] ?? ''),
  );
  expect(turns.length).toBeGreaterThan(3);
  for (const turn of turns) expect(out).toContain(turn.split('\n').slice(1).join('\n').split('\n…')[0]?.trim());
});
