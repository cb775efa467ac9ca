import { DefaultRestOptions, REST, RESTJSONErrorCodes, type RESTOptions, Routes } from 'discord.js';
import type { Connection } from '../../config.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** What the requests of a client show. */
export interface Noticed {
  /** Discord does not know the token, and this is no error of a moment. */
  wrongToken(): void;
  /** Somebody else has answered what the bot was asked. */
  answeredElsewhere(): void;
}

const CALLBACK = /\/interactions\/\d+\/[^/]+\/callback/;

/** Made twice, these do no more than once. */
const REPEATABLE: readonly unknown[] = ['GET', 'PUT', 'PATCH'];

/** So many callbacks that went wrong are remembered at most: of each, it is soon known what became of it. */
const REMEMBERED = 1000;

/**
 * Makes requests as discord.js does, but for what it can't know:
 * - Where the connection of an answer was closed, it is given once more, and if the first one had come through, it is given.
 * - After a 401, discord.js would forget the token for good. If Discord knows the token, it counts as an outage: the request is made again.
 * @param api where Discord's API is, without its version
 */
export function requestsTo(api: string, noticed: Noticed, make: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest {
  const failed = new Set<string>();

  function remember(url: string): void {
    if (failed.size >= REMEMBERED) failed.clear();
    failed.add(url);
  }

  async function twice(...[url, init]: Parameters<MakeRequest>): Promise<Answer> {
    try {
      return await make(url, init);
    } catch (error) {
      if (init.signal?.aborted || !(CALLBACK.test(url) || REPEATABLE.includes(init.method))) throw error;
      if (CALLBACK.test(url)) remember(url);
      return make(url, init);
    }
  }

  /** What an answer to an interaction came to. */
  async function callback(url: string, given: Answer): Promise<Answer> {
    if (given.status >= 500) {
      remember(url);
      return given;
    }
    const isSecond = failed.delete(url);
    if (given.status !== 400) return given;
    const text = await given.text();
    if (codeIn(text) !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return again(given, text);
    if (isSecond) return new Response(null, { status: 204 });
    noticed.answeredElsewhere();
    return again(given, text);
  }

  async function knowsToken(init: Parameters<MakeRequest>[1]): Promise<boolean> {
    const { status } = await make(`${api}/v${DefaultRestOptions.version}${Routes.user()}`, { headers: init.headers ?? {}, method: 'GET' });
    return status !== 401;
  }

  return async (url, init) => {
    const given = await twice(url, init);
    if (CALLBACK.test(url)) return callback(url, given);
    const bringsToken = init.headers !== undefined && init.headers !== null && 'Authorization' in init.headers;
    if (given.status !== 401 || !bringsToken) return given;
    if (await knowsToken(init).catch(() => true)) return new Response(null, { status: 500, statusText: 'Unauthorized' });
    noticed.wrongToken();
    return given;
  };
}

/** For requests that are made beside a client. */
export function restTo({ api, token }: Connection): REST {
  const nothing = () => undefined;
  return new REST({ api, makeRequest: requestsTo(api, { wrongToken: nothing, answeredElsewhere: nothing }) }).setToken(token);
}

/** An answer whose body has been read. */
function again({ status, statusText, headers }: Answer, text: string): Answer {
  return new Response(text, { status, statusText, headers: headers as Headers });
}

function codeIn(text: string): unknown {
  try {
    return (JSON.parse(text) as { code?: unknown }).code;
  } catch {
    return undefined;
  }
}
