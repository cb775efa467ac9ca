import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { NOBODY, type Reader } from '../reading/reader.ts';
import type { Connected, Meter } from './meter.ts';

/** Upper bounds of what is counted together, in seconds. Discord takes an acknowledgement for three. */
const ACKNOWLEDGED = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
const ANSWERED = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const WINDOW = [0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2];

export interface Metrics {
  readonly meter: Meter;
  /** The reader, whose work is counted. */
  metered(reader: Reader): Reader;
  /** A window was read. @param ms what that took */
  window(ms: number): void;
  readonly connected: Connected | undefined;
  /** All figures as Prometheus reads them. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Counts what happens. What it is counted by has few values, so that there are never more than some hundred figures. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  let look: (() => Connected) | undefined;
  collectDefaultMetrics({ register: registry });
  const done = new Counter({
    name: 'verbatim_interactions_total',
    help: 'What people did, by what came of it',
    labelNames: ['kind', 'result'],
    registers,
  });
  const answered = new Histogram({
    name: 'verbatim_answer_seconds',
    help: 'From when it came in until it was answered',
    labelNames: ['kind'],
    buckets: ANSWERED,
    registers,
  });
  const acknowledged = new Histogram({
    name: 'verbatim_acknowledge_seconds',
    help: 'From when an interaction came in until Discord has taken the first answer to it',
    buckets: ACKNOWLEDGED,
    registers,
  });
  const waiting = new Gauge({
    name: 'verbatim_model_questions',
    help: 'Questions that the model reads the article for, or that wait for it',
    registers,
  });
  const reading = new Histogram({
    name: 'verbatim_model_seconds',
    help: 'From when the model was asked until it has read all windows for a question',
    buckets: ANSWERED,
    registers,
  });
  const window = new Histogram({
    name: 'verbatim_model_window_seconds',
    help: 'How long the model reads a window',
    buckets: WINDOW,
    registers,
  });
  gauge('verbatim_gateway_ready', 'Whether the bot is connected to Discord: 1 or 0', () => Number(look?.().ready ?? false));
  gauge('verbatim_gateway_ping_seconds', 'How long Discord takes to answer a heartbeat', () => Math.max(0, look?.().ping ?? 0) / 1000);
  gauge('verbatim_servers', 'In how many servers the bot is', () => look?.().guilds ?? 0);

  function gauge(name: string, help: string, now: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(now());
      },
    });
  }

  return {
    meter: {
      done: (kind, result, ms) => {
        done.inc({ kind, result });
        answered.observe({ kind }, ms / 1000);
      },
      acknowledged: (ms) => acknowledged.observe(ms / 1000),
      connection: (where) => {
        look = where;
      },
    },
    metered: (reader) => ({
      read: async (asked, windows, by) => {
        if (by === NOBODY) return reader.read(asked, windows, by);
        const ends = reading.startTimer();
        waiting.inc();
        try {
          return await reader.read(asked, windows, by);
        } finally {
          waiting.dec();
          ends();
        }
      },
      sizeOf: reader.sizeOf,
      knows: reader.knows,
      get most() {
        return reader.most;
      },
      get wait() {
        return reader.wait;
      },
    }),
    window: (ms) => window.observe(ms / 1000),
    get connected() {
      return look?.();
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
