import { type LookupFunction, Socket } from 'node:net';
import os from 'node:os';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isPublic } from '../../src/fetching/address.ts';
import { openFetcher } from '../../src/fetching/fetcher.ts';
import { HOSTILE, NAMES } from './hostile-addresses.ts';
import { openSite, sends, sendsOn } from './site.ts';

/** A name server that knows nothing but a list. */
const lookup = ((name, _, done) => {
  const found = NAMES[name];
  if (!found) return done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
  done(
    null,
    found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  );
}) as LookupFunction;

/** The numeric addresses that something tried to connect to. */
let attempts: string[] = [];
beforeEach(() => {
  attempts = [];
  const { connect } = Socket.prototype;
  vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...options: unknown[]) {
    this.on('connectionAttempt', (address: string) => attempts.push(address));
    return connect.apply(this, options as Parameters<typeof connect>);
  });
});
afterEach(() => void vi.restoreAllMocks());

const all = Object.entries(HOSTILE).flatMap(([kind, links]) => links.map((link) => ({ link, kind })));

test('there are more than a hundred hostile links', () => {
  expect(all.length).toBeGreaterThan(150);
});

describe('nothing is connected to', () => {
  test.each(all)('by $link', async ({ link, kind }) => {
    const fetcher = openFetcher({ lookup, local: '127.0.0.1:1' });
    expect(await fetcher.page(link, 'guild')).toEqual({ kind });
    expect(['not from Discord', kind]).toContain((await fetcher.attachment(link)).kind);
    expect(attempts).toEqual([]);
  });

  test('where a site sends on to such an address', async () => {
    await using site = await openSite(
      {
        '/on': (request, response) =>
          response.writeHead(302, { location: new URL(request.url ?? '', 'http://x').searchParams.get('to') ?? '' }).end(),
      },
      { lookup },
    );
    const sendable = all.filter(({ link }) => /^(?!https?:\/?[^/])[^\P{ASCII}\s\\\0]{1,1000}$/u.test(link) && URL.canParse(link));
    expect(sendable.length).toBeGreaterThan(120);
    for (const [at, { link, kind }] of sendable.entries()) {
      const fetched = await site.fetcher.page(site.at(`/on?to=${encodeURIComponent(link)}`), `guild ${at}`);
      expect({ link, ...fetched }).toEqual({ link, kind });
    }
    expect(new Set(attempts)).toEqual(new Set(['127.0.0.1']));
    expect(site.requests.every(({ url }) => url === '/robots.txt' || url?.startsWith('/on?to='))).toBe(true);
  });

  test('where robots.txt sends on to such an address', async () => {
    await using site = await openSite({ '/robots.txt': sendsOn('http://169.254.169.254/'), '/': sends('Hello.') });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'private address' });
    expect(attempts).toEqual(['127.0.0.1']);
  });
});

test('another port than the one that is allowed for tests is not', async () => {
  await using site = await openSite({});
  await using other = await openSite({ '/': sends('Hello.') });
  expect(await site.fetcher.page(other.at('/'), 'guild')).toEqual({ kind: 'port' });
  expect(await site.fetcher.page(`https://${site.host}/`, 'guild')).toEqual({ kind: 'port' });
  expect(await site.fetcher.page(site.at('/').replace('127.0.0.1', 'localhost'), 'guild')).toEqual({ kind: 'port' });
  expect(attempts).toEqual([]);
});

test('the connection goes to the address that was checked, whatever the name stands for a moment later', async () => {
  const [asked, connected]: [string[], unknown[]] = [[], []];
  const changing = ((name, _, done) => {
    asked.push(name);
    done(null, [{ address: asked.length === 1 ? '93.184.215.14' : '127.0.0.1', family: 4 }]);
  }) as LookupFunction;
  vi.mocked(Socket.prototype.connect).mockImplementation(function (this: Socket, ...[given]: unknown[]) {
    const [options] = [given].flat(2) as { host: string; lookup: LookupFunction }[];
    options?.lookup(options.host, { all: true }, (error, found) => connected.push(error ?? found));
    setImmediate(() => this.destroy(new Error('this test is offline')));
    return this;
  });
  expect(await openFetcher({ lookup: changing }).page('https://changing.example/', 'guild')).toEqual({ kind: 'unreachable' });
  expect(asked).toEqual(['changing.example']);
  expect(connected).toEqual([[{ address: '93.184.215.14', family: 4 }]]);
});

test('a name that nobody knows is no site', async () => {
  expect(await openFetcher({ lookup }).page('https://nobody.example/', 'guild')).toEqual({ kind: 'no such site' });
});

test('what the environment says of proxies does not matter', async () => {
  await using proxy = await openSite({});
  vi.stubEnv('HTTP_PROXY', `http://${proxy.host}`).stubEnv('http_proxy', `http://${proxy.host}`).stubEnv('NODE_USE_ENV_PROXY', '1');
  expect(await openFetcher({ lookup }).page('http://loopback.example/', 'guild')).toEqual({ kind: 'private address' });
  expect(proxy.requests).toEqual([]);
  vi.unstubAllEnvs();
});

test.each(['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:82a::200e'])('%s is for everybody', (address) => {
  expect(isPublic(address)).toBe(true);
});

test('no address of this machine is for everybody', () => {
  vi.spyOn(os, 'networkInterfaces').mockReturnValue({ eth0: [{ address: '93.184.215.14' }] } as never);
  expect(isPublic('93.184.215.14')).toBe(false);
});

test('attachments come from Discord alone', async () => {
  const fetcher = openFetcher({ lookup });
  for (const link of [
    'https://example.org/a.txt',
    'http://cdn.discordapp.com/a.txt',
    'https://cdn.discordapp.com.example.org/a',
    'https://xcdn.discordapp.com/a',
    'https://cdn.discordapp.com./a',
  ])
    expect(await fetcher.attachment(link)).toEqual({ kind: 'not from Discord' });
  await using site = await openSite({ '/on': sendsOn('https://example.org/') });
  expect(await site.fetcher.attachment(site.at('/on'))).toEqual({ kind: 'not from Discord' });
  expect(new Set(attempts)).toEqual(new Set(['127.0.0.1']));
});
