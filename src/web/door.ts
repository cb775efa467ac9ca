import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is refused; undefined where it isn't. */
export type Refused = 'host' | 'token' | 'origin';

/** A token that nobody can guess. */
export function newToken(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * Who may come in: a browser at this machine, at the very address that was printed. A page of another site can't: its requests name that site, whatever
 * its name resolves to, and it doesn't know the token, with which each path begins.
 */
export function refusedAt({ headers, method, url = '' }: IncomingMessage, port: number, token: string): Refused | undefined {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(headers.host ?? '')) return 'host';
  if (!isSame(url.split(/[/?]/)[1] ?? '', token)) return 'token';
  const { origin, 'sec-fetch-site': site = 'same-origin' } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return 'origin';
  const comesByHand = method === 'GET' && site === 'none';
  return site === 'same-origin' || comesByHand ? undefined : 'origin';
}

function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}
