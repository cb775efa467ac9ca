import type { Config } from '../config.ts';
import { wording } from '../wording.ts';
import { findings } from '../wording-doctor.ts';
import { type Finding, fine, notChecked, wrong } from './finding.ts';
import { dataFolder, freeDisk } from './machine.ts';

/** Where something is kept, which it is on Discord alone. */
export async function* kept({ discord }: Config): AsyncGenerator<Finding> {
  if (!discord || discord.redis !== undefined) {
    const why = discord ? findings.inRedis : findings.noToken;
    yield notChecked('data', why);
    yield notChecked('disk', why);
  } else {
    yield dataFolder(discord.dataDir);
    yield freeDisk(discord.dataDir);
  }
  if (discord?.redis !== undefined) yield await theRedis(discord.redis);
  else yield notChecked('Redis', discord ? findings.noRedis : findings.noToken);
}

/** Whether records can be written and read there. What is written is taken away again. */
async function theRedis(url: string): Promise<Finding> {
  const { connectStore } = await import('../store/redis.ts');
  const began = performance.now();
  const connected = await connectStore(url);
  if (connected.kind !== 'store') return wrong('Redis', wording.noRedis(connected.address, connected.reason));
  try {
    await connected.store.set('doctor', true);
    await connected.store.delete('doctor');
    return fine('Redis', findings.redis(performance.now() - began));
  } catch (error) {
    return wrong('Redis', wording.noRedis(new URL(url).host, (error as Error).message));
  } finally {
    await connected.close();
  }
}
