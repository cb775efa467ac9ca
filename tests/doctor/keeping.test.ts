import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { kept } from '../../src/doctor/keeping.ts';
import { freePort, hasRedis, startRedis } from '../store/redis-server.ts';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

async function found(env: Record<string, string>): Promise<Finding[]> {
  const loaded = loadConfig({ DATA_DIR, ...env });
  if (loaded.kind !== 'config') throw new Error(loaded.kind);
  const findings: Finding[] = [];
  for await (const finding of kept(loaded.config)) findings.push(finding);
  return findings;
}

const states = (findings: readonly Finding[]) => findings.map(({ check, state }) => `${check}: ${state}`);
const DISCORD_TOKEN = 'MTIz.abc.def';

test('in the terminal nothing is kept, and nothing is looked at', async () => {
  expect(states(await found({}))).toEqual(['data: not checked', 'disk: not checked']);
});

test('on Discord the folder is looked at', async () => {
  expect(states(await found({ DISCORD_TOKEN }))).toEqual(['data: fine', 'disk: fine']);
});

test('a Redis that is not there is wrong, and its password is not shown', async () => {
  const all = await found({ DISCORD_TOKEN, REDIS_URL: `redis://bot:secret@127.0.0.1:${await freePort()}` });
  expect(states(all)).toEqual(['data: wrong', 'disk: not checked']);
  expect(all[0]?.says).toContain('REDIS_URL');
  expect(JSON.stringify(all)).not.toContain('secret');
});

describe.skipIf(!hasRedis)('a Redis', () => {
  test('that can be written is fine, and nothing is left there', async () => {
    const redis = await startRedis();
    try {
      expect(states(await found({ DISCORD_TOKEN, REDIS_URL: redis.url }))).toEqual(['data: fine', 'disk: not checked']);
      const { createClient } = await import('@redis/client');
      const client = await createClient({ url: redis.url }).connect();
      expect(await client.keys('*')).toEqual([]);
      client.destroy();
    } finally {
      await redis.close();
    }
  });
});
