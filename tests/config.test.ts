import { expect, test } from 'vitest';
import { botIdIn, loadConfig } from '../src/config.ts';

test('without variables the articles are in content', () => {
  expect(loadConfig({})).toEqual({ kind: 'config', config: { contentDir: 'content' } });
});

test('an empty variable counts as unset', () => {
  expect(loadConfig({ ARTICLE: ' ', CONTENT_DIR: '' })).toEqual({ kind: 'config', config: { contentDir: 'content' } });
});

test('variables are read', () => {
  expect(loadConfig({ ARTICLE: 'aleppo-2012', CONTENT_DIR: 'tests' })).toEqual({
    kind: 'config',
    config: { contentDir: 'tests', article: 'aleppo-2012' },
  });
});

test('all that is wrong is said at once', () => {
  expect(loadConfig({ ARTICLE: '../secret', CONTENT_DIR: 'nowhere' })).toEqual({
    kind: 'bad variables',
    variables: [
      { variable: 'CONTENT_DIR', value: 'nowhere', kind: 'no folder' },
      { variable: 'ARTICLE', value: '../secret', kind: 'a path' },
    ],
  });
});

const TOKEN = 'MTIz.abc-d.e_f';

test('with a token the bot talks on Discord', () => {
  expect(loadConfig({ DISCORD_TOKEN: TOKEN })).toMatchObject({
    config: {
      discord: { token: TOKEN, api: 'https://discord.com/api', logLevel: 'info', dataDir: 'data', silence: 86_400_000, gaps: true },
    },
  });
  const set = {
    DISCORD_GUILD_ID: '123456789012345678',
    DISCORD_API_URL: 'http://localhost:8080/api/',
    LOG_LEVEL: 'WARN',
    CONVERSATION_TTL: '0.5',
    DATA_DIR: 'kept',
    GAPS: 'Off',
  };
  expect(loadConfig({ DISCORD_TOKEN: TOKEN, ...set })).toMatchObject({
    config: {
      discord: {
        guildId: '123456789012345678',
        api: 'http://localhost:8080/api',
        logLevel: 'warn',
        dataDir: 'kept',
        silence: 1_800_000,
        gaps: false,
      },
    },
  });
});

test.each([
  ['DISCORD_TOKEN', 'Bot MTIz.abc-d.e_f', { kind: 'no token' }],
  ['DISCORD_GUILD_ID', 'My server', { kind: 'no id', value: 'My server' }],
  ['DISCORD_API_URL', 'discord.com/api', { kind: 'no address', value: 'discord.com/api' }],
  ['DISCORD_API_URL', 'https://discord.com/api/v10', { kind: 'no address', value: 'https://discord.com/api/v10' }],
  ['CONVERSATION_TTL', 'a day', { kind: 'no hours', value: 'a day' }],
  ['CONVERSATION_TTL', '0', { kind: 'no hours', value: '0' }],
  ['GAPS', 'some', { kind: 'no switch', value: 'some' }],
  ['LOG_LEVEL', 'loud', { kind: 'no level', value: 'loud', choices: ['debug', 'info', 'warn', 'error', 'silent'] }],
])('%s can not be %s', (variable, value, problem) => {
  expect(loadConfig({ [variable]: value })).toEqual({ kind: 'bad variables', variables: [{ variable, ...problem }] });
});

test('a token says whose it is', () => {
  expect(botIdIn(`${Buffer.from('123456789012345678').toString('base64url')}.abc.def`)).toBe('123456789012345678');
});
