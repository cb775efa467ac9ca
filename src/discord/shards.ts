import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Routes, type Shard, ShardingManager } from 'discord.js';
import type { Logger } from 'pino';
import type { Connection } from '../config.ts';
import { atMost, pauseAfter, persist, told } from './again.ts';
import { NotDiscord } from './application.ts';
import type { Surroundings } from './bot.ts';
import { restTo } from './client/requests.ts';
import { startProblem } from './start-problem.ts';
import { tryingOn } from './trying.ts';

/** What a shard's process tells the one that has started it. */
export type Told = { readonly ready: true } | { readonly problem: string };

/** Discord lets one connection in every five seconds. */
const BETWEEN = 5500;

/** A shard that has run for so long, in milliseconds, isn't one that can't start. */
const WELL = 10 * 60 * 1000;

/** Told to stop, shards end within so many milliseconds, or are ended. */
const ENDING = 4200;

/**
 * Runs a process for each shard, one after another, and starts again those that end. A shard that says that it can't go on ends all.
 * @param script what each process runs
 * @param shards how many, or as many as Discord recommends
 * @returns undefined when it was stopped; otherwise, in words, why it can't go on
 */
export async function runShards(
  { file, args }: { readonly file: string; readonly args: readonly string[] },
  shards: number | 'auto',
  config: Connection,
  surroundings: Pick<Surroundings, 'log' | 'print' | 'stop'>,
): Promise<string | undefined> {
  const { log, stop } = surroundings;
  const over = new AbortController();
  const ending = AbortSignal.any([stop, over.signal]);
  const running: Shard[] = [];
  const killAll = (signal: NodeJS.Signals) => {
    for (const { process: child } of running) child?.kill(signal);
  };
  const killNow = () => killAll('SIGKILL');
  process.once('exit', killNow);
  const run = async (failed: (problem: string) => void) => {
    const recommended = () => restTo(config).get(Routes.gatewayBot()) as Promise<{ shards: number }>;
    const totalShards = shards === 'auto' ? (await persist(recommended, tryingOn(config, surroundings, ending))).shards : shards;
    if (typeof totalShards !== 'number') throw new NotDiscord(200);
    const manager = new ShardingManager(file, {
      totalShards,
      token: config.token,
      respawn: false,
      shardArgs: [...args],
      execArgv: process.execArgv,
    });
    for (let id = 0; id < totalShards; id++) {
      const shard = manager.createShard(id);
      running.push(shard);
      const ready = new Promise<void>((resolve) => {
        shard.on('message', (said: Told) => ('problem' in said ? failed(said.problem) : resolve()));
      });
      keepRunning(shard, ending, log).catch((error) => ending.aborted || failed(String(error)));
      await ready;
      if (id < totalShards - 1) await pause(BETWEEN, undefined, { signal: ending });
    }
  };
  try {
    return await Promise.race([told(stop), new Promise<string>((failed, wrong) => void run(failed).catch(wrong))]);
  } catch (error) {
    return stop.aborted ? undefined : startProblem(error, config);
  } finally {
    over.abort();
    const left = running.flatMap(({ process: child }) =>
      child && child.exitCode === null && child.signalCode === null ? once(child, 'exit') : [],
    );
    killAll('SIGTERM');
    await atMost(ENDING, Promise.all(left));
    process.removeListener('exit', killNow);
    killNow();
    log.info('closed');
  }
}

/** Starts a shard's process, and starts it again each time it ends, after pauses that grow. */
async function keepRunning(shard: Shard, ending: AbortSignal, log: Logger): Promise<void> {
  for (let failures = 1; !ending.aborted; failures++) {
    const began = Date.now();
    const child = await shard.spawn(-1);
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]; // behind all that it has said
    if (ending.aborted) return;
    if (Date.now() - began > WELL) failures = 1;
    const ms = pauseAfter(failures);
    log.error({ shard: shard.id, code, signal, seconds: Math.round(ms / 1000) }, 'a shard has ended; restarting it after a pause');
    await pause(ms, undefined, { signal: ending });
  }
}
