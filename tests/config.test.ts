import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { botIdIn, loadConfig } from '../src/config.ts';

const threads = Math.min(2, availableParallelism());

test('without variables the articles are in content, and the model that ships reads them on two processors', () => {
  expect(loadConfig({})).toEqual({ kind: 'config', config: { contentDir: 'content', model: { threads } } });
});

test('an empty variable counts as unset', () => {
  const empty = { ARTICLE: ' ', CONTENT_DIR: '', MODEL_DIR: '', MODEL_THREADS: ' ' };
  expect(loadConfig(empty)).toEqual(loadConfig({}));
});

test('variables are read', () => {
  expect(loadConfig({ ARTICLE: 'aleppo-2012', CONTENT_DIR: 'tests', MODEL_DIR: 'other', MODEL_THREADS: '8' })).toEqual({
    kind: 'config',
    config: { contentDir: 'tests', article: 'aleppo-2012', model: { folder: 'other', threads: 8 } },
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
      discord: {
        token: TOKEN,
        api: 'https://discord.com/api',
        logLevel: 'info',
        dataDir: 'data',
        silence: 86_400_000,
        gaps: true,
        cooldown: { person: 10, channel: 30, guild: 120 },
        library: { texts: 50, bytes: 5 * 2 ** 20, allBytes: 50 * 2 ** 20 },
      },
    },
  });
  const set = {
    DISCORD_GUILD_ID: '123456789012345678',
    DISCORD_API_URL: 'http://localhost:8080/api/',
    LOG_LEVEL: 'WARN',
    CONVERSATION_TTL: '0.5',
    DATA_DIR: 'kept',
    REDIS_URL: 'rediss://:secret@store:6380/2',
    GAPS: 'Off',
    COOLDOWN: '1/2/3',
    LIBRARY: '4/5/6',
    PORT: '9090',
    HOST: '0.0.0.0',
  };
  expect(loadConfig({ DISCORD_TOKEN: TOKEN, ...set })).toMatchObject({
    config: {
      discord: {
        guildId: '123456789012345678',
        api: 'http://localhost:8080/api',
        logLevel: 'warn',
        dataDir: 'kept',
        redis: 'rediss://:secret@store:6380/2',
        silence: 1_800_000,
        gaps: false,
        cooldown: { person: 1, channel: 2, guild: 3 },
        library: { texts: 4, bytes: 5 * 2 ** 20, allBytes: 6 * 2 ** 20 },
        monitoring: { port: 9090, host: '0.0.0.0' },
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
  ['SHARDS', '0', { kind: 'no shards', value: '0' }],
  ['SHARDS', 'many', { kind: 'no shards', value: 'many' }],
  ['CONVERSATION_TTL', '0', { kind: 'no hours', value: '0' }],
  ['REDIS_URL', 'localhost:6379', { kind: 'no redis' }],
  ['REDIS_URL', 'http://:secret@localhost', { kind: 'no redis' }],
  ['REDIS_URL', 'redis://', { kind: 'no redis' }],
  ['GAPS', 'some', { kind: 'no switch', value: 'some' }],
  ['PORT', 'http', { kind: 'no port', value: 'http' }],
  ['PORT', '0', { kind: 'no port', value: '0' }],
  ['PORT', '65536', { kind: 'no port', value: '65536' }],
  ['HOST', 'http://localhost', { kind: 'no host', value: 'http://localhost' }],
  ['LIBRARY', '50/5', { kind: 'no shelf', value: '50/5' }],
  ['LIBRARY', '0/5/50', { kind: 'no shelf', value: '0/5/50' }],
  ['COOLDOWN', '10', { kind: 'no limits', value: '10' }],
  ['COOLDOWN', '10/0/1', { kind: 'no limits', value: '10/0/1' }],
  ['COOLDOWN', '10/30/10001', { kind: 'no limits', value: '10/30/10001' }],
  ['MODEL_THREADS', 'all', { kind: 'no count', value: 'all' }],
  ['MODEL_THREADS', '0', { kind: 'no count', value: '0' }],
  ['MODEL_THREADS', '1.5', { kind: 'no count', value: '1.5' }],
  ['MODEL_THREADS', '65', { kind: 'no count', value: '65' }],
  ['LOG_LEVEL', 'loud', { kind: 'no level', value: 'loud', choices: ['debug', 'info', 'warn', 'error', 'silent'] }],
])('%s can not be %s', (variable, value, problem) => {
  expect(loadConfig({ [variable]: value })).toEqual({ kind: 'bad variables', variables: [{ variable, ...problem }] });
});

test('COOLDOWN=off lets people ask as much as they like', () => {
  expect(loadConfig({ DISCORD_TOKEN: TOKEN, COOLDOWN: 'OFF' })).toHaveProperty('config.discord.gaps');
  expect(loadConfig({ DISCORD_TOKEN: TOKEN, COOLDOWN: 'OFF' })).not.toHaveProperty('config.discord.cooldown');
});

test('a token says whose it is', () => {
  expect(botIdIn(`${Buffer.from('123456789012345678').toString('base64url')}.abc.def`)).toBe('123456789012345678');
});

test.each([
  ['', {}],
  ['1', {}],
  ['2', { shards: 2 }],
  ['Auto', { shards: 'auto' }],
])('SHARDS %j gives %j', (SHARDS, given) => {
  const loaded = loadConfig({ DISCORD_TOKEN: TOKEN, SHARDS });
  expect(loaded).toMatchObject({ config: { discord: given } });
  if (!('shards' in given)) expect(loaded.kind === 'config' && loaded.config.discord).not.toHaveProperty('shards');
});

test('the process of a shard finds its number in the environment, and has a port of its own', () => {
  const env = { DISCORD_TOKEN: TOKEN, SHARDING_MANAGER: 'true', SHARDS: '2', SHARD_COUNT: '4', PORT: '9000' };
  expect(loadConfig(env)).toMatchObject({ config: { discord: { shard: { id: 2, count: 4 }, monitoring: { port: 9002 } } } });
});

test('tests alone let pages be fetched from this machine', () => {
  expect(loadConfig({ FETCH_LOCAL: '127.0.0.1:8080' })).toMatchObject({ config: { fetchLocal: '127.0.0.1:8080' } });
  for (const value of ['127.0.0.1', 'localhost:8080', '10.0.0.1:80', 'http://127.0.0.1:8080'])
    expect(loadConfig({ FETCH_LOCAL: value })).toEqual({
      kind: 'bad variables',
      variables: [{ variable: 'FETCH_LOCAL', value, kind: 'not local' }],
    });
});
