import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Problem, World } from './world.ts';

/** A request to the API: its path is without the version. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Why, for the guild's audit log. */
  readonly reason?: string;
}

/** What a route answers: a body, nothing (204), or a problem. */
export type Answer = { body: unknown } | { nothing: true } | Problem;

/** What goes wrong with the next requests of a kind. */
export interface Fault {
  /** By its method and path, and behind a callback how it answers. */
  readonly on: RegExp;
  /** Without it, nothing goes wrong. */
  readonly status?: number;
  /** In seconds, for a 429. */
  readonly retryAfter?: number;
  /** Instead, the connection is cut before or after the request has done its work. */
  readonly cut?: 'before' | 'after';
  /** What happens just before it is answered. */
  readonly meanwhile?: () => void;
  times: number;
}

/** The HTTP side of Discord: it reads requests, lets them go wrong where it is told to, and hands them on. */
export function openRest(world: Pick<World, 'down' | 'token' | 'clockAhead'>, faults: Fault[], route: (call: Call) => Answer): Server {
  return createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, '');
    const text = await bodyOf(request);
    const reason = request.headers['x-audit-log-reason'];
    const call: Call = {
      method: request.method ?? 'GET',
      path,
      query: searchParams,
      body: text ? JSON.parse(text) : undefined,
      ...(reason !== undefined && { reason: decodeURIComponent(String(reason)) }),
    };
    response.setHeader('date', new Date(Date.now() + world.clockAhead).toUTCString());
    const fault = faults.find(({ on, times }) => times > 0 && on.test(kindOf(call)));
    if (fault) fault.times--;
    if (world.down) return answer(response, { status: 503, code: 0, message: 'Service Unavailable' });
    if (fault?.cut === 'after') route(call);
    fault?.meanwhile?.();
    if (fault?.cut) {
      response.destroy();
      return;
    }
    if (fault?.status !== undefined) return answer(response, { status: fault.status, code: 0, message: 'a fault' }, fault.retryAfter);
    const isOpen = path === '/gateway' || /^\/(?:interactions|webhooks)\//.test(path);
    if (!isOpen && request.headers.authorization !== `Bot ${world.token}`)
      return answer(response, { status: 401, code: 0, message: '401: Unauthorized' });
    answer(response, route(call));
  });
}

/** "POST /interactions/1/2/callback 4": behind a callback, how it answers. */
function kindOf({ method, path, body }: Call): string {
  return `${method} ${path}${path.endsWith('/callback') ? ` ${(body as { type: number }).type}` : ''}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

function answer(response: ServerResponse, given: Answer, retryAfter?: number): void {
  if ('nothing' in given) {
    response.writeHead(204).end();
    return;
  }
  const json = { 'content-type': 'application/json' };
  if ('body' in given) response.writeHead(200, json).end(JSON.stringify(given.body));
  else if (retryAfter === undefined) response.writeHead(given.status, json).end(JSON.stringify(given));
  else
    response
      .writeHead(given.status, { ...json, 'retry-after': String(retryAfter), 'x-ratelimit-scope': 'user' })
      .end(JSON.stringify({ message: 'You are being rate limited.', retry_after: retryAfter, global: false }));
}
