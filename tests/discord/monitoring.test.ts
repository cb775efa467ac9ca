import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCooldown } from '../../src/cooldown.ts';
import { type Monitoring, openMonitoring } from '../../src/monitoring/server.ts';
import { wording } from '../../src/wording.ts';
import { aleppoReader, held } from '../reader.ts';
import { aleppo, deskOn } from './bot.ts';
import { until } from './local/until.ts';
import { answered, SAEED, setScene } from './scene.ts';

const on = setScene();
let monitoring: Monitoring;

beforeEach(async () => {
  const opened = await openMonitoring({ port: 0, host: '127.0.0.1' });
  if (opened.kind !== 'monitoring') throw new Error(opened.code);
  monitoring = opened;
});

afterEach(() => monitoring.close());

async function get(path: string, method = 'GET'): Promise<[status: number, text: string]> {
  const response = await fetch(`http://127.0.0.1:${monitoring.port}${path}`, { method });
  return [response.status, (await response.text()).trim()];
}

/** A figure, by its name and labels as they are written there; 0 where it isn't there. */
async function figure(name: string): Promise<number> {
  const [, text] = await get('/metrics');
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length) ?? 0,
  );
}

const interactions = (kind: string, result: string) => figure(`verbatim_interactions_total{kind="${kind}",result="${result}"}`);

/** With the bot that is counted. */
async function counted(reader = aleppoReader(), more = {}): Promise<void> {
  const { meter, metered } = monitoring.metrics;
  monitoring.loaded();
  await on.restart(deskOn(aleppo(), { store: on.store }, metered(reader)), { meter, ...more });
}

test('the process says that it lives, and whether people are answered', async () => {
  expect(await get('/healthz')).toEqual([200, 'ok']);
  expect(await get('/readyz')).toEqual([503, 'loading']);
  monitoring.loaded();
  expect(await get('/readyz')).toEqual([503, 'disconnected']);
  await counted();
  expect(await get('/readyz')).toEqual([200, 'ok']);
  expect(await figure('verbatim_gateway_ready')).toBe(1);
  on.discord.world.down = true;
  on.discord.gateway.drop();
  await until('it is said that the bot is away', async () => (await get('/readyz'))[1] === 'disconnected');
  expect([await get('/healthz'), await figure('verbatim_gateway_ready')]).toEqual([[200, 'ok'], 0]);
  on.discord.world.down = false;
  await until('it is there again', async () => (await get('/readyz'))[1] === 'ok');
});

test.each([
  ['GET', '/', 404],
  ['GET', '/metrics/', 404],
  ['GET', '/healthz?verbose', 200],
  ['HEAD', '/healthz', 200],
  ['POST', '/metrics', 405],
])('%s %s is answered with %d', async (method, path, status) => {
  expect((await get(path, method))[0]).toBe(status);
});

describe('what people do is counted by its kind and by what came of it:', () => {
  beforeEach(() => counted());

  test.each<[kind: string, result: string, () => Promise<unknown>]>([
    ['command', 'answered', () => on.ask(SAEED)],
    ['command', 'not said', () => on.ask('who is the mayor of Berlin')],
    ['command', 'refused', async () => on.discord.person('Max', 0n, { mayUseEverything: true }).asks(on.channel, 'gaps')],
    ['button', 'answered', async () => on.alice.presses(await on.ask(SAEED), 'Show context')],
    ['form', 'answered', async () => on.alice.submits(await on.alice.presses(await on.ask(SAEED), 'Ask a follow-up'), { text: SAEED })],
    ['menu', 'answered', async () => on.alice.chooses(await found(), 'Show the page of a sentence', ['paragraph 2, sentence 1'])],
    ['autocomplete', 'answered', () => on.alice.types(on.channel, 'ask', 'question', 'who')],
    ['message', 'answered', () => on.replyTo(on.alice.says(on.channel, `${on.mention()} ${SAEED}`))],
    ['message', 'not said', () => on.replyTo(on.alice.says(on.channel, `${on.mention()} who is the mayor of Berlin`))],
  ])('a %s, %s', async (kind, result, act) => {
    await act();
    await until('it is counted', async () => (await interactions(kind, result)) === 1);
    expect(await figure(`verbatim_answer_seconds_count{kind="${kind}"}`)).toBe(1);
  });

  const found = async () => {
    const { original } = await on.alice.asks(on.channel, 'article', { find: 'Aleppo' });
    if (!original) throw new Error('nothing was found');
    return original;
  };

  test('a command that Discord does not take', async () => {
    on.discord.fail(/callback/, 400);
    on.discord.world.onInteraction = (interaction) => {
      interaction.refused = true; // the client doesn't wait for it
    };
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    await until('it is counted', async () => (await interactions('command', 'failed')) === 1);
    expect(await figure('verbatim_acknowledge_seconds_count')).toBe(0);
  });

  test('a command that Discord has forgotten by then', async () => {
    on.discord.world.onInteraction = (interaction) => {
      interaction.forgotten = true;
    };
    await on.alice.asks(on.channel, 'ask', { question: SAEED });
    await until('it is counted', async () => (await interactions('command', 'dropped')) === 1);
    delete on.discord.world.onInteraction;
  });

  test('what others say among themselves, not at all', async () => {
    on.alice.says(on.channel, 'hello Bob');
    await on.ask(SAEED);
    await until('the question is counted', async () => (await interactions('command', 'answered')) === 1);
    expect((await get('/metrics'))[1]).not.toContain('kind="message"');
  });
});

test('a command that fails is counted as that', async () => {
  await counted({ ...aleppoReader(), read: () => Promise.reject(new Error('broken')) });
  expect((await on.ask('did anything begin')).content).toBe(wording.failed);
  await until('it is counted', async () => (await interactions('command', 'failed')) === 1);
});

test('what is past the limits is counted as refused', async () => {
  await counted(aleppoReader(), { cooldown: openCooldown({ person: 1, channel: 9, guild: 9 }) });
  for (let i = 0; i < 3; i++) await on.ask(SAEED);
  await until('it is counted', async () => (await interactions('command', 'refused')) === 2);
});

test('the time to acknowledge ends when a waiting answer is acknowledged, and questions that wait for the model are counted', async () => {
  const reader = held(aleppoReader(), 60_000);
  await counted(reader);
  const asked = await on.alice.asks(on.channel, 'ask', { question: SAEED });
  await until('it is counted', async () => (await figure('verbatim_acknowledge_seconds_count')) === 1);
  expect([await figure('verbatim_model_questions'), await interactions('command', 'answered')]).toEqual([1, 0]);
  reader.release();
  await answered(Promise.resolve(asked));
  await until('it is counted', async () => (await interactions('command', 'answered')) === 1);
  expect([await figure('verbatim_model_questions'), await figure('verbatim_acknowledge_seconds_count')]).toEqual([0, 1]);
  expect(await figure('verbatim_model_seconds_count')).toBeGreaterThan(0);
});

test('figures hold no names, no ids and no texts, and there are few of them', async () => {
  await counted();
  for (const one of [on.alice, on.bob]) await on.ask(SAEED, one);
  await on.replyTo(on.alice.says(on.channel, `${on.mention()} secretword`));
  const [, text] = await get('/metrics');
  expect(text).toContain('verbatim_servers 1');
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).not.toMatch(
    new RegExp(`secretword|Saeed|Alice|Readers|${on.guild.id}|${on.channel.id}|${on.alice.user.id}|${on.discord.world.bot.id}`),
  );
  expect(text.split('\n').filter((line) => line.startsWith('verbatim_')).length).toBeLessThan(200);
});

test('a port that is taken is said', async () => {
  const { port } = monitoring;
  const again = await openMonitoring({ port, host: '127.0.0.1' });
  if (again.kind !== 'no port') throw new Error(again.kind);
  expect(wording.noPort(again)).toBe(
    `Verbatim can't listen on 127.0.0.1:${port} (EADDRINUSE: another program already does). Set PORT to another number, or HOST to an address of this machine.`,
  );
});
