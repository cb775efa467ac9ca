import { type ChildProcess, spawn } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Standard output so far. */
  readonly out: string;
  readonly err: string;
  readonly ended: Promise<Ended>;
}

/** What the host of these tests has set is not to count. */
const UNSET = {
  ARTICLE: '',
  CONTENT_DIR: '',
  DISCORD_TOKEN: '',
  DISCORD_GUILD_ID: '',
  DISCORD_API_URL: '',
  LOG_LEVEL: '',
  DATA_DIR: '',
  REDIS_URL: '',
  CONVERSATION_TTL: '',
  GAPS: '',
  COOLDOWN: 'off',
  PORT: '',
  SHARDS: '',
  HOST: '',
  MODEL_DIR: '',
  MODEL_THREADS: '1',
  FETCH_LOCAL: '',
};

/** Lines of an output, but for the one that the model is slow here: it is where others work on the same machine. */
export function linesOf(out: string): string[] {
  return out.split('\n').filter((line) => line !== '' && !line.startsWith('This machine takes '));
}

/** Runs a script of the project as npm does. */
export function start(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, ['--import', 'tsx/esm', script, ...args], { env: { ...process.env, ...UNSET, ...env } });
  const running = { child, out: '', err: '' };
  child.stdout.on('data', (data) => {
    running.out += data;
  });
  child.stderr.on('data', (data) => {
    running.err += data;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: running.out, err: running.err }));
  });
  return Object.assign(running, { ended });
}

/** Runs a script to its end, with these lines on standard input. */
export function run(script: string, args: readonly string[], lines: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const { child, ended } = start(script, args, env);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(lines.map((line) => `${line}\n`).join(''));
  return ended;
}
