import { type Agent, fetch, type Response } from 'undici';
import { addressIn } from './address.ts';
import { PrivateAddress } from './connections.ts';
import type { NotFetched } from './fetched.ts';

/** So often a site may send on. */
const MOST_REDIRECTS = 5;

const REDIRECTS = [301, 302, 303, 307, 308];

/** What a request is made with. */
export interface Manner {
  readonly agent: Agent;
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
  /** What is allowed for tests alone. */
  readonly local?: string | undefined;
  /** Is asked before each request, that after a redirect as well: why it is not to be made, or when it may. */
  readonly before: (url: URL) => Promise<NotFetched | undefined>;
}

export interface Answered {
  readonly kind: 'answered';
  readonly url: URL;
  readonly response: Response;
}

/** Asks for what is at an address, and at the one that it sends on to. What is answered has not been read yet. */
export async function request(start: URL, manner: Manner): Promise<Answered | NotFetched> {
  const { agent: dispatcher, signal, headers, local, before } = manner;
  let url = start;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const problem = await before(url);
    if (problem) return problem;
    let response: Response;
    try {
      response = await fetch(url, { dispatcher, signal, headers, redirect: 'manual', credentials: 'omit' });
    } catch (error) {
      return reasonOf(error, signal);
    }
    const location = response.headers.get('location');
    if (!REDIRECTS.includes(response.status) || location === null) return { kind: 'answered', url, response };
    await response.body?.cancel().catch(() => undefined);
    const next = URL.canParse(location, url.href) ? addressIn(new URL(location, url).href, local) : ({ kind: 'no address' } as const);
    if ('kind' in next) return next;
    url = next;
  }
  return { kind: 'too many redirects' };
}

/** So much of an answer, unpacked, and whether that is all; or why it can't be read. */
export async function bodyOf(
  response: Response,
  most: number,
  signal: AbortSignal,
): Promise<{ kind: 'body'; bytes: Uint8Array; whole: boolean } | NotFetched> {
  const chunks: Uint8Array[] = [];
  let left = most;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk.subarray(0, left));
      left -= chunk.length;
      if (left < 0) break; // nothing more is received, or unpacked
    }
    return { kind: 'body', bytes: Buffer.concat(chunks), whole: left >= 0 };
  } catch (error) {
    return reasonOf(error, signal);
  }
}

/** How Node and OpenSSL name what is wrong with a certificate. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|HOSTNAME_MISMATCH|ALTNAME|CRL_/;

function reasonOf(error: unknown, signal: AbortSignal): NotFetched {
  if (signal.aborted) return { kind: 'too slow' };
  const cause = (error as Error).cause as (Error & { code?: string }) | undefined;
  if (cause instanceof PrivateAddress) return { kind: 'private address' };
  const code = cause?.code ?? '';
  if (/^UND_ERR_\w*TIMEOUT$/.test(code)) return { kind: 'too slow' };
  if (code === 'ENOTFOUND' || code === 'ENODATA') return { kind: 'no such site' };
  return { kind: CERTIFICATE.test(code) ? 'certificate' : 'unreachable' };
}
