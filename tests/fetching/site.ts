import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fetcher, type Options, openFetcher } from '../../src/fetching/fetcher.ts';

/** A site on this machine, and what fetches from it. Its clock goes on only where somebody waits. */
export interface Site extends AsyncDisposable {
  /** "127.0.0.1:PORT" */
  readonly host: string;
  readonly requests: readonly IncomingMessage[];
  readonly clock: { now: number };
  at(path: string): string;
  readonly fetcher: Fetcher;
}

export const NOON = Date.parse('2026-01-01T12:00:00Z');

/** @param answers by path; where it has no robots.txt, all is allowed */
export async function openSite(answers: Readonly<Record<string, RequestListener>>, options: Options = {}): Promise<Site> {
  const requests: IncomingMessage[] = [];
  const server = createServer({ maxHeaderSize: 64 * 1024 }, (request, response) => {
    requests.push(request);
    const answer = answers[(request.url ?? '').split('?')[0] ?? ''];
    if (answer) answer(request, response);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('No such page.');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clock = { now: NOON };
  const pause = async (ms: number) => {
    clock.now += ms;
  };
  return {
    host,
    requests,
    clock,
    at: (path) => `http://${host}${path}`,
    fetcher: openFetcher({ local: host, now: () => clock.now, pause, ...options }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with a text, or with bytes. */
export function sends(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200): RequestListener {
  return (_, response) => response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
}

export const sendsOn = (location: string, status = 302) => sends('', { location }, status);
