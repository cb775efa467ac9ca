import robotsParser from 'robots-parser';
import type { NotFetched } from './fetched.ts';
import { type Answered, bodyOf, type Manner, request } from './request.ts';

/** Its types are those of another kind of module. */
const parse = robotsParser as unknown as typeof robotsParser.default;

/** By this name sites address the bot. */
export const ROBOT = 'Verbatim';

/** So much of a robots.txt is read (RFC 9309), and so much of what concerns the bot is heeded: comparing takes time for each letter of both. */
const MOST_BYTES = 500 * 1024;
const MOST_RULES = 100 * 1024;
const MOST_PATH = 500;

/** It takes so many milliseconds at most. */
const LONGEST = 5000;

/** So many sites' rules are remembered, for so many milliseconds. */
const REMEMBERED = 50;
const WHILE = 10 * 60_000;

export interface Robots {
  /** Why a page is not to be fetched. @param manner how a robots.txt is asked for */
  check(url: URL, manner: Manner): Promise<NotFetched | undefined>;
}

/** Knows what sites ask of programs. @param now in milliseconds since 1970 */
export function openRobots(now: () => number): Robots {
  const known = new Map<string, { rules: string; until: number }>();
  const remember = (origin: string, rules: string) => {
    known.delete(origin);
    known.set(origin, { rules, until: now() + WHILE });
    for (const oldest of known.keys()) if (known.size > REMEMBERED) known.delete(oldest);
  };
  return {
    check: async (url, manner) => {
      const at = new URL('/robots.txt', url);
      let found = known.get(url.origin);
      if (!found || found.until <= now()) {
        const signal = AbortSignal.any([manner.signal, AbortSignal.timeout(LONGEST)]);
        const answered = await request(at, { ...manner, signal });
        if (answered.kind !== 'answered') return answered;
        const rules = await rulesIn(answered, signal);
        if (typeof rules !== 'string') return rules;
        remember(url.origin, rules);
        if (answered.url.pathname === '/robots.txt') remember(answered.url.origin, rules); // the site's own, to which another has sent on
        found = known.get(url.origin);
      }
      const page = url.origin + (url.pathname + url.search).slice(0, MOST_PATH);
      return parse(at.href, found?.rules ?? '').isAllowed(page, ROBOT) === false ? { kind: 'robots' } : undefined;
    },
  };
}

/** A site that has no rules allows all; one that can't say them now allows nothing yet (RFC 9309). */
async function rulesIn({ response }: Answered, signal: AbortSignal): Promise<string | NotFetched> {
  const body = await bodyOf(response, MOST_BYTES, signal);
  if (response.status >= 500) return { kind: 'status', status: response.status };
  if (!response.ok) return '';
  return body.kind === 'body' ? concerning(new TextDecoder().decode(body.bytes)) : body;
}

/** The groups of rules that are for everybody or for the bot. One that names itself a thousand times, with a thousand rules, would otherwise be a million. */
export function concerning(text: string): string {
  const kept: string[] = [];
  let [agents, isNamed, left] = [new Set<string>(), false, MOST_RULES];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, key, value = ''] = /^\s*([^\s:#][^:#]*):\s*([^#]*)/.exec(line) ?? [];
    if (key === undefined) continue;
    if (key.trim().toLowerCase() === 'user-agent') {
      if (!isNamed) agents = new Set();
      isNamed = true;
      const agent = value.split('/')[0]?.trim().toLowerCase();
      if (agent === '*' || agent === ROBOT.toLowerCase()) agents.add(agent);
    } else {
      if (isNamed) for (const agent of agents) kept.push(`User-agent: ${agent}`);
      isNamed = false;
      if (agents.size === 0) continue;
      left -= line.length;
      if (left < 0) break;
      kept.push(line);
    }
  }
  return kept.join('\n');
}
