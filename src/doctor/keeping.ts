import type { Config } from '../config.ts';
import { wording } from '../wording.ts';
import { findings } from '../wording-doctor.ts';
import { type Finding, fine, notChecked, wrong } from './finding.ts';
import { dataFolder, freeDisk } from './machine.ts';

/** Where something is kept, which it is on Discord alone. */
export async function* kept({ discord }: Config): AsyncGenerator<Finding> {
  if (!discord) {
    yield notChecked('data', findings.noToken);
    yield notChecked('disk', findings.noToken);
  } else if (discord.redis !== undefined) {
    yield await dataInRedis(discord.redis);
    yield notChecked('disk', findings.diskOfRedis);
  } else {
    yield dataFolder(discord.dataDir);
    yield freeDisk(discord.dataDir);
  }
}

/** Whether records can be written and read there. What is written is taken away again. */
async function dataInRedis(url: string): Promise<Finding> {
  const { connectStore } = await import('../store/redis.ts');
  const connected = await connectStore(url);
  if (connected.kind !== 'store') return wrong('data', wording.noRedis(connected.address, connected.reason));
  const address = new URL(url).host;
  try {
    await connected.store.set('doctor', true);
    await connected.store.delete('doctor');
    return fine('data', findings.dataInRedis(address));
  } catch (error) {
    return wrong('data', wording.noRedis(address, (error as Error).message));
  } finally {
    await connected.close();
  }
}
