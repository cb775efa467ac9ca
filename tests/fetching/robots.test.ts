import fc from 'fast-check';
import robotsParser from 'robots-parser';
import { describe, expect, test } from 'vitest';
import { concerning } from '../../src/fetching/robots.ts';
import { openSite, type Site, sends, sendsOn } from './site.ts';

const plain = { 'content-type': 'text/plain' };
const asked = (site: Site) => site.requests.map(({ url }) => url);

describe('what a site asks of programs', () => {
  test.each([
    ['nothing', '', 'fetched'],
    ['all to stay out', 'User-agent: *\nDisallow: /', 'robots'],
    ['others to stay out', 'User-agent: Otherbot\nDisallow: /', 'fetched'],
    ['the bot to stay out', 'User-agent: Otherbot\nUser-agent: verbatim/2.0\nDisallow: /\n\nUser-agent: *\nAllow: /', 'robots'],
    ['all but the bot to stay out', 'User-agent: *\nDisallow: /\n\nUser-agent: Verbatim\nDisallow: /other', 'fetched'],
    ['all but the bot to stay out, which may do all', 'User-agent: Verbatim\nDisallow:\n\nUser-agent: *\nDisallow: /', 'fetched'],
    ['all to leave the page', 'user-agent : * # all\r\ndisallow : /p*e$ # this', 'robots'],
    ['all to leave the page but for those who may', 'User-agent: *\nDisallow: /pa\nAllow: /page', 'fetched'],
    ['with a mark before it', '\ufeffUser-agent: *\nDisallow: /', 'robots'],
    ['in two groups', 'User-agent: *\nDisallow: /other\nUser-agent: *\nDisallow: /page', 'robots'],
    ['to come slowly', 'User-agent: verbatim\nCrawl-delay: 5\nUser-agent: *\nDisallow: /', 'fetched'],
    ['nonsense', '\0\0:::\nDisallow\n<html>', 'fetched'],
  ])('%s', async (_, robots, kind) => {
    await using site = await openSite({ '/robots.txt': sends(robots, plain), '/page': sends('Hello.') });
    expect(await site.fetcher.page(site.at('/page'), 'guild')).toMatchObject({ kind });
    expect(asked(site)).toEqual(['/robots.txt', ...(kind === 'robots' ? [] : ['/page'])]);
  });

  test('is asked again where a page sends on', async () => {
    await using site = await openSite({ '/robots.txt': sends('User-agent: *\nDisallow: /secret', plain), '/page': sendsOn('/secret') });
    expect(await site.fetcher.page(site.at('/page'), 'guild')).toEqual({ kind: 'robots' });
    expect(asked(site)).toEqual(['/robots.txt', '/page']);
  });

  test('is remembered for a while', async () => {
    await using site = await openSite({ '/robots.txt': sends('', plain), '/page': sends('Hello.') });
    await site.fetcher.page(site.at('/page'), 'guild');
    await site.fetcher.page(site.at('/page'), 'guild');
    site.clock.now += 3600_000;
    await site.fetcher.page(site.at('/page'), 'guild');
    expect(asked(site)).toEqual(['/robots.txt', '/page', '/page', '/robots.txt', '/page']);
  });

  test.each([401, 403, 404, 410])('is nothing where it answers %i', async (status) => {
    await using site = await openSite({ '/robots.txt': sends('User-agent: *\nDisallow: /', plain, status), '/page': sends('Hello.') });
    expect(await site.fetcher.page(site.at('/page'), 'guild')).toMatchObject({ kind: 'fetched' });
  });

  test('can not be known where it answers 503', async () => {
    await using site = await openSite({ '/robots.txt': sends('', plain, 503), '/page': sends('Hello.') });
    expect(await site.fetcher.page(site.at('/page'), 'guild')).toEqual({ kind: 'status', status: 503 });
  });

  test('may be somewhere else', async () => {
    await using site = await openSite({
      '/robots.txt': sendsOn('/rules'),
      '/rules': sends('User-agent: *\nDisallow: /', plain),
      '/page': sends('Hello.'),
    });
    expect(await site.fetcher.page(site.at('/page'), 'guild')).toEqual({ kind: 'robots' });
  });
});

describe('a hostile robots.txt', () => {
  test.each([
    ['that never ends', () => 'User-agent: *\nAllow: /\n'.repeat(200_000)],
    [
      'of many names and many rules',
      () => `${'User-agent: *\nUser-agent: a\nUser-agent: verbatim\n'.repeat(6000)}${'Allow: /\n'.repeat(20_000)}`,
    ],
    ['of rules that take long to compare', () => `User-agent: *\n${`Disallow: /${'*a'.repeat(5000)}b\n`.repeat(50)}`],
    ['of one line', () => `User-agent: *\nDisallow: /${'*'.repeat(500_000)}x`],
    ['of names that objects have', () => 'User-agent: __proto__\nDisallow: /\nUser-agent: constructor\nDisallow: /'],
  ])('%s does no harm', async (_, robots) => {
    const page = `/page?${'a'.repeat(1900)}`;
    await using site = await openSite({ '/robots.txt': sends(robots(), plain), '/page': sends('Hello.') });
    expect((await site.fetcher.page(site.at(page), 'guild')).kind).toBe('fetched');
  });

  test('that repeats names has its rules once', () => {
    const text = `${'User-agent: *\n'.repeat(1000)}${'User-agent: verbatim\n'.repeat(1000)}${'User-agent: x\n'.repeat(1000)}Disallow: /a\nDisallow: /b`;
    expect(concerning(text).split('\n')).toEqual(['User-agent: *', 'User-agent: verbatim', 'Disallow: /a', 'Disallow: /b']);
  });

  test('is heeded as far as a hundred kilobytes go', () => {
    expect(concerning(`User-agent: *\n${'Disallow: /a\n'.repeat(40_000)}`).length).toBeLessThan(120 * 1024);
  });

  test('means what it meant when it is read in part', () => {
    const parse = robotsParser as unknown as typeof robotsParser.default;
    const line = fc.constantFrom(
      'User-agent: *',
      'User-agent: Verbatim',
      'User-agent: x',
      'Disallow: /a',
      'Allow: /a/b',
      'Sitemap: /s',
      '',
      '# a',
    );
    const allows = (robots: string, path: string) =>
      parse('http://x.example/robots.txt', robots).isAllowed(`http://x.example${path}`, 'Verbatim');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), fc.constantFrom('/', '/a', '/a/b'), (lines, path) => {
        expect(allows(concerning(lines.join('\n')), path)).toBe(allows(lines.join('\n'), path));
      }),
      { seed: 17, numRuns: 1000 },
    );
  });
});
