import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type LocalDiscord, openDiscord } from '../discord/local/discord.ts';
import { run } from '../processes.ts';
import { smallModel } from '../small-model.ts';

vi.setConfig({ testTimeout: 180_000 }); // it loads the model

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await openDiscord();
});

afterEach(async () => {
  await discord.close();
  expect(discord.broken).toEqual([]);
});

const MODEL_DIR = smallModel();
const DOCTOR = 'src/doctor.ts';
const marks = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(0, 14).trimEnd());

describe('npm run doctor', () => {
  test('without a token looks at what the terminal needs', async () => {
    const { code, out, err } = await run(DOCTOR, []);
    expect([code, err]).toEqual([0, '']);
    const discords = [
      'data',
      'disk',
      'network',
      'clock',
      'token',
      'gateway',
      'application',
      'intents',
      'servers',
      'permissions',
      'commands',
    ];
    expect(marks(out)).toEqual(['✓ Node', '✓ settings', '✓ article', '✓ model', ...discords.map((one) => `– ${one}`)]);
    expect(out).toContain('✓ article      content/aleppo-2012.txt has ');
  });

  test('with a token looks at Discord too, as JSON where that is wanted, and never shows the token', async () => {
    discord.guild('Strict\u001b[2J', { botMay: 0n });
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api, MODEL_DIR };
    const { code, out, err } = await run(DOCTOR, ['--json'], [], env);
    const { ok, findings } = JSON.parse(out);
    expect([code, ok, err]).toEqual([1, false, '']);
    expect(findings.filter(({ state }: { state: string }) => state !== 'fine')).toMatchObject([
      { check: 'model', state: 'wrong', says: expect.stringContaining('it found no answer') }, // it can't read
      { check: 'permissions', state: 'wrong' },
      { check: 'commands', state: 'not checked' },
    ]);
    expect(out).not.toContain(discord.token.split('.')[2]);
    expect(out).not.toContain('\u001b');
  });

  test('with settings that are wrong says of each what to do, and looks no further', async () => {
    const { code, out } = await run(DOCTOR, [], [], { CONTENT_DIR: 'nowhere', GAPS: 'some' });
    expect([code, marks(out)]).toEqual([1, ['✓ Node', '✗ settings', '✗ settings']]);
  });
});
