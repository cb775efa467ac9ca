import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actions, commands } from '../commands/index.ts';
import { run } from './processes.ts';

const readme = readFileSync('README.md', 'utf8');
const rowsOf = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));
const rows = rowsOf(readme);

test.each(commands.map(({ name, kind }) => (kind === 'message' ? name : `/${name}`)))('the README has a row for %s', (name) => {
  expect(rows.filter((row) => row.split('|')[1]?.includes(`\`${name}`))).not.toEqual([]);
});

test.each(actions.filter(({ takes, needs }) => !takes && !needs))('the README names the button "$label"', ({ label }) => {
  expect(readme.includes(`**${label}**`) || label.endsWith(' page')).toBe(true);
});

test('docs/hosting.md and .env.example have the same variables', () => {
  const settings = rowsOf(readFileSync('docs/hosting.md', 'utf8'));
  const variables = Array.from(readFileSync('.env.example', 'utf8').matchAll(/^(?:# )?([A-Z_]+)=/gm), ([, name]) => name);
  expect(variables.length).toBeGreaterThan(8);
  for (const name of variables) expect(settings.filter((row) => row.startsWith(`| \`${name}\``))).toHaveLength(1);
});

test('the conversation that the README shows is what the bot says', async () => {
  const [, shown = ''] = /A conversation:\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
  const turns = shown.split('\n? ').slice(1);
  const { out } = await run(
    'src/main.ts',
    [],
    turns.map((turn) => turn.split('\n')[0] ?? ''),
  );
  expect(turns.length).toBeGreaterThan(3);
  for (const turn of turns) expect(out).toContain(turn.split('\n').slice(1).join('\n').split('\n…')[0]?.trim());
});
