import os from 'node:os';
import ipaddr from 'ipaddr.js';
import type { NotFetched } from './fetched.ts';

/** No link that people share is longer, in UTF-16 units. */
const LONGEST = 2000;

/** White space, controls and backslashes, which programs disagree on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const DISPUTED = /[\s\\\0-\x1f\x7f]/;

/**
 * The address in a link, where it is one that a stranger may name.
 * @param local "host:port" that is allowed over http as well: for tests alone
 */
export function addressIn(link: string, local?: string): URL | NotFetched {
  if (link.length > LONGEST || DISPUTED.test(link) || !/^https?:\/\//i.test(link) || !URL.canParse(link)) return { kind: 'no address' };
  const url = new URL(link);
  url.hash = '';
  if (url.username !== '' || url.password !== '') return { kind: 'credentials' };
  if (isLocal(url, local)) return url;
  if (!['', '80', '443'].includes(url.port)) return { kind: 'port' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const fine = ipaddr.isValid(host) ? isPublic(host) : !SPECIAL_NAME.test(host);
  return fine ? url : { kind: 'private address' };
}

/** Whether it is the one that is allowed for tests. */
export const isLocal = ({ protocol, host }: URL, local: string | undefined) => protocol === 'http:' && host === local;

/** Names that mean this machine or its network, whatever a name server says: those without a dot, and RFC 6761, 6762, 7686, 8375, 9476 and ICANN's. */
const SPECIAL_NAME = /^[^.]*\.?$|(?:^|\.)(?:localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa|onion|alt)\.?$/i;

/** All that is for everybody in IPv6 is in here. */
const GLOBAL = ipaddr.parseCIDR('2000::/3');

/** Public by its number, but a cloud's own: it tells a machine about itself. */
const CLOUDS = ['168.63.129.16'];

/** Whether a numeric address is that of a machine that everybody can reach, and not of this one. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast' || (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL))) return false;
  const own = Object.values(os.networkInterfaces()).flatMap((all) => all?.map((one) => one.address) ?? []);
  return ![...CLOUDS, ...own].some((one) => ipaddr.isValid(one) && ipaddr.parse(one).toString() === parsed.toString());
}
