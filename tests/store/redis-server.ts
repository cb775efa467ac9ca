import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether there is a Redis, or a Valkey, to test with on this machine. */
const PROGRAM = ['redis-server', 'valkey-server'].find((program) => spawnSync(program, ['--version']).status === 0);
export const hasRedis = PROGRAM !== undefined;

export interface RedisServer {
  readonly url: string;
  /** Ends it, as a machine that fails does. */
  stop(): Promise<void>;
  /** Starts it again, with what it kept. */
  start(): Promise<void>;
  /** Lets it answer nothing, or go on. */
  freeze(frozen: boolean): void;
  close(): Promise<void>;
}

/** A Redis of one's own, on this machine alone. */
export async function startRedis(): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  const port = await freePort();
  const args = ['--bind', '127.0.0.1', '--port', `${port}`, '--dir', folder, '--save', '', '--appendonly', 'yes'];
  let end = async () => {};
  let freeze = (_frozen: boolean) => {};
  const start = async () => {
    const server = spawn(PROGRAM ?? '', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(server, 'exit');
    await new Promise<void>((resolve) => server.stdout.on('data', (data) => /ready to accept/i.test(String(data)) && resolve()));
    freeze = (frozen) => server.kill(frozen ? 'SIGSTOP' : 'SIGCONT');
    end = async () => {
      server.kill('SIGKILL');
      await ended;
      end = async () => {};
    };
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop: () => end(),
    freeze: (frozen) => freeze(frozen),
    close: async () => {
      await end();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
