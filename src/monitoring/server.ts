import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type Metrics, openMetrics } from './metrics.ts';

/** Where whoever watches over the bot asks how it is. */
export interface Address {
  readonly port: number;
  readonly host: string;
}

export interface Monitoring {
  readonly kind: 'monitoring';
  readonly metrics: Metrics;
  /** The one that was given, or found where that was 0. */
  readonly port: number;
  /** From now on the model answers. */
  loaded(): void;
  close(): Promise<void>;
}

/** `code` as Node gives it: `EADDRINUSE`. */
export type NoPort = { kind: 'no port'; code: string } & Address;

/** Answers `GET /healthz` (the process lives), `/readyz` (people are answered, or in a word why not) and `/metrics`, until it is closed. */
export async function openMonitoring({ port, host }: Address): Promise<Monitoring | NoPort> {
  const metrics = openMetrics();
  let isLoaded = false;
  const notReady = () => {
    if (!isLoaded) return 'loading';
    return metrics.connected?.ready ? undefined : 'disconnected';
  };
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') say(response, 405, 'only GET');
    else if (path === '/healthz') say(response, 200, 'ok');
    else if (path === '/readyz') say(response, notReady() === undefined ? 200 : 503, notReady() ?? 'ok');
    else if (path === '/metrics')
      metrics.text().then(
        (text) => say(response, 200, text, metrics.contentType),
        () => say(response, 500, 'failed'),
      );
    else say(response, 404, 'nothing here');
  });
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    return { kind: 'no port', port, host, code: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
  const address = server.address();
  return {
    kind: 'monitoring',
    metrics,
    port: typeof address === 'object' && address ? address.port : port,
    loaded: () => {
      isLoaded = true;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function say(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(`${text.trimEnd()}\n`);
}
