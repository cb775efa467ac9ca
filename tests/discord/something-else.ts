import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse) => unknown;

/** What may answer where Discord's API should be, and the status that the bot says. */
export const SOMETHING_ELSE: [string, Answer, status: number][] = [
  ['a page', (response) => response.setHeader('content-type', 'text/html').end('<p>Welcome'), 200],
  ['a page that is not there', (response) => page(response, 404).end('<p>Not found'), 404],
  ['another API', (response) => response.setHeader('content-type', 'application/json').end('{}'), 200],
  ["Discord's API under another path", (response) => json(response, 404).end('{"message":"404: Not Found","code":0}'), 404],
  ['a proxy that lets nobody through', (response) => page(response, 403).end('<p>Blocked'), 403],
];

const page = (response: ServerResponse, status: number) => response.writeHead(status, { 'content-type': 'text/html' });
const json = (response: ServerResponse, status: number) => response.writeHead(status, { 'content-type': 'application/json' });

/** A server that answers everything so. */
export async function answers(answer: Answer): Promise<{ api: string; close: () => Promise<unknown> }> {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
