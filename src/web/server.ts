import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { wording } from '../wording.ts';
import { newToken, refusedAt } from './door.ts';
import { pageFile } from './files.ts';
import { IMPORT_MAP } from './html.ts';

/** What the page asks, by the last part of the address. @param body JSON, or the bytes of a file */
export type Answerer = (what: string, query: URLSearchParams, body: Buffer) => Promise<unknown>;

/** The page asked for something that can't be done: why, in words. */
export class BadRequest extends Error {}

/** The page, served. */
export interface Web {
  /** With the token. */
  readonly address: string;
  close(): Promise<void>;
}

/** What the page sends is at most so many bytes long: files on Discord may be no longer. */
const LONGEST = 5 * 2 ** 20;

/** Nothing comes from elsewhere, nothing goes elsewhere, and no other page shows this one in a frame. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(IMPORT_MAP).digest('base64')}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': POLICY,
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Serves the page on this machine alone, at a port that is free. @param html the page before its code runs */
export async function serve(html: () => Promise<string>, answer: Answerer, report: (error: unknown) => void): Promise<Web> {
  const token = newToken();
  let port = 0;
  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      if (error instanceof BadRequest) return say(response, 400, error.message);
      report(error);
      say(response, 500, wording.failed);
    });
  });
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = refusedAt(request, port, token);
    if (refused) return say(response, 403, wording.web.refused[refused]);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (request.method === 'GET' && pathname === `/${token}`) return redirect(response, `/${token}/`);
    if (!pathname.startsWith(`/${token}/`)) return say(response, 404, wording.web.noSuchPage); // "/token/../file"
    const path = pathname.slice(token.length + 2);
    if (path.startsWith('do/')) return sayJson(response, await answer(path.slice(3), searchParams, await bodyOf(request)));
    if (request.method !== 'GET') return say(response, 405, wording.web.noSuchPage);
    const file = path === '' ? { type: 'text/html; charset=utf-8', bytes: await html() } : await pageFile(path);
    if (!file) return say(response, 404, wording.web.noSuchPage);
    response.writeHead(200, { ...HEADERS, 'content-type': file.type }).end(file.bytes);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/${token}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** What the page sends: only by POST, so that a link can do nothing. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  if (request.method !== 'POST') throw new BadRequest(wording.web.badRequest);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= LONGEST) chunks.push(chunk); // the rest is read and dropped: a browser that is cut off reads no answer
  }
  if (length > LONGEST) throw new BadRequest(wording.web.tooLarge);
  return Buffer.concat(chunks);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(308, { ...HEADERS, location }).end();
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function sayJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'application/json' }).end(JSON.stringify(value ?? {}));
}
