import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { NOON, openSite, sends, sendsOn } from './site.ts';

const MEGABYTE = 2 ** 20;
const text = (fetched: unknown) => new TextDecoder().decode((fetched as { bytes: Uint8Array }).bytes);

describe('a page', () => {
  test('is fetched with the address it has in the end, a name and its encoding', async () => {
    await using site = await openSite({
      '/old': sendsOn('/new#place', 301),
      '/new': sends('Grüße', { 'content-type': 'text/html; charset="ISO-8859-1"' }),
    });
    const fetched = await site.fetcher.page(site.at('/old'), 'guild');
    expect(fetched).toMatchObject({ kind: 'fetched', url: site.at('/new'), name: 'new.html', charset: 'ISO-8859-1' });
    expect(text(fetched)).toBe('Grüße');
  });

  test('is asked for by a program that says what it is, without cookies', async () => {
    await using site = await openSite({ '/': sendsOn('/there'), '/there': sends('Hello.') });
    await site.fetcher.page(site.at('/'), 'guild');
    await site.fetcher.page(site.at('/'), 'guild');
    for (const { headers } of site.requests) {
      expect(headers['user-agent']).toMatch(/^Verbatim\/\d+\.\d+\.\d+ \(fetches a page that a person asked for\)$/);
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('authorization');
      expect(headers).not.toHaveProperty('referer');
    }
    expect(site.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test.each([
    ['gzip', gzipSync('Hello.')],
    ['deflate', deflateSync('Hello.')],
    ['deflate', deflateRawSync('Hello.')],
    ['br', brotliCompressSync('Hello.')],
    ['gzip, br', brotliCompressSync(gzipSync('Hello.'))],
  ])('may come packed by %s', async (encoding, body) => {
    await using site = await openSite({ '/': sends(body, { 'content-encoding': encoding }) });
    expect(text(await site.fetcher.page(site.at('/'), 'guild'))).toBe('Hello.');
  });

  test.each([404, 403, 410, 429, 500, 503, 304])('that answers %i says so', async (status) => {
    await using site = await openSite({ '/': sends('', {}, status) });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'status', status });
  });

  test('may send on five times, and not six', async () => {
    const on = (from: number) => [`/${from}`, sendsOn(`/${from - 1}`, [301, 302, 303, 307, 308][from % 5])] as const;
    await using site = await openSite({ ...Object.fromEntries([1, 2, 3, 4, 5, 6].map(on)), '/0': sends('Hello.') });
    expect(await site.fetcher.page(site.at('/5'), 'guild')).toMatchObject({ kind: 'fetched', url: site.at('/0') });
    expect(await site.fetcher.page(site.at('/6'), 'guild')).toEqual({ kind: 'too many redirects' });
  });

  test('that sends on in a circle ends', async () => {
    await using site = await openSite({ '/': sendsOn('/') });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'too many redirects' });
  });
});

describe('the type of a page', () => {
  test.each([
    ['text/html', '/', '127.0.0.1.html'],
    ['TEXT/HTML; Charset=utf-8', '/a/story.php', 'story.php.html'],
    ['application/xhtml+xml', '/story.htm', 'story.htm'],
    ['text/plain', '/notes', 'notes.txt'],
    ['text/plain; charset=utf-8', '/main/README.md', 'README.md'],
    ['text/markdown', '/README', 'README.md'],
    ['application/pdf', '/paper', 'paper.pdf'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '/letter.docx', 'letter.docx'],
    ['text/plain', '/a%2Fb%5C..%2f%2e%2e%2f.hidden', 'hidden.txt'],
    ['text/plain', '/%E2%80%AEtxt.exe%0a', 'txt.exe.txt'],
    ['text/plain', '/%ff%fe', '%ff%fe.txt'],
  ])('%s at %s is read, as %s', async (type, path, name) => {
    await using site = await openSite({ [path]: sends('Hello.', { 'content-type': type }) });
    expect(await site.fetcher.page(site.at(path), 'guild')).toMatchObject({ kind: 'fetched', name });
  });

  test.each([
    ['attachment; filename="story.pdf"', 'story.pdf'],
    ["attachment; filename=x.pdf; filename*=UTF-8''gr%C3%BC%C3%9Fe.pdf", 'grüße.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd.pdf'],
    ['attachment; filename="C:\\\\Windows\\\\a.pdf"', 'a.pdf'],
    ['attachment; filename=".."', '127.0.0.1.pdf'],
    ['inline', 'here.pdf'],
    ['=nonsense=', 'here.pdf'],
  ])('its name is told by %s', async (disposition, name) => {
    await using site = await openSite({
      '/here': sends('%PDF-', { 'content-type': 'application/pdf', 'content-disposition': disposition }),
    });
    expect(await site.fetcher.page(site.at('/here'), 'guild')).toMatchObject({
      kind: 'fetched',
      name: expect.stringMatching(name.startsWith('127') ? /\.pdf$/ : name),
    });
  });

  test.each(['image/png', 'application/json', 'application/octet-stream', 'video/mp4', 'application/zip', 'text/css'])(
    '%s is not read',
    async (type) => {
      await using site = await openSite({ '/': sends('Hello.', { 'content-type': type }) });
      expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'type', type });
    },
  );

  test('a page that names none, or nonsense, is not read', async () => {
    await using site = await openSite({ '/': (_, response) => response.end('Hello.'), '/nonsense': sends('', { 'content-type': ';;;' }) });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'type' });
    expect(await site.fetcher.page(site.at('/nonsense'), 'guild')).toEqual({ kind: 'type' });
  });

  test('does not matter of an attachment: its bytes tell', async () => {
    await using site = await openSite({ '/1/2/notes.md': sends('Hello.', { 'content-type': 'application/octet-stream' }) });
    expect(await site.fetcher.attachment(site.at('/1/2/notes.md?ex=1'))).toMatchObject({ kind: 'fetched', name: 'notes.md' });
    expect(site.requests.map(({ url }) => url)).toEqual(['/1/2/notes.md?ex=1']);
  });
});

describe('a page is too large', () => {
  const long = Buffer.alloc(5 * MEGABYTE + 1, 'a');
  const bomb = Buffer.alloc(200 * MEGABYTE);
  test.each([
    ['in itself', long, {}],
    ['packed by gzip', gzipSync(bomb), { 'content-encoding': 'gzip' }],
    ['packed by deflate', deflateSync(bomb), { 'content-encoding': 'deflate' }],
    ['packed by Brotli', brotliCompressSync(bomb), { 'content-encoding': 'br' }],
    ['packed twice', gzipSync(gzipSync(bomb)), { 'content-encoding': 'gzip, gzip' }],
  ] as const)('%s', async (_, body, headers) => {
    await using site = await openSite({ '/': sends(body, headers) });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'too large' });
  });

  test('that never ends', async () => {
    let isClosed = false;
    await using site = await openSite({
      '/': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).on('close', () => {
          isClosed = true;
        });
        const on = () => {
          while (!response.destroyed && response.write(randomBytes(64 * 1024)));
        };
        response.on('drain', on);
        on();
      },
    });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'too large' });
    await expect.poll(() => isClosed).toBe(true);
  });

  test('but not with five megabytes', async () => {
    await using site = await openSite({ '/': sends(long.subarray(1)) });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toMatchObject({ kind: 'fetched', bytes: { length: 5 * MEGABYTE } });
  });
});

describe('a page that can not be had', () => {
  const longest = 300;
  test('because it says nothing', async () => {
    await using site = await openSite({ '/': () => undefined }, { longest });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'too slow' });
  });

  test('because it says little at a time', async () => {
    await using site = await openSite(
      {
        '/': (_, response) => {
          response.writeHead(200, { 'content-type': 'text/html' });
          const timer = setInterval(() => response.write('a'), 20);
          response.on('close', () => clearInterval(timer));
        },
      },
      { longest },
    );
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'too slow' });
  });

  test('because its headers never end', async () => {
    await using site = await openSite(
      {
        '/': ({ socket }) => {
          socket.write('HTTP/1.1 200 OK\r\n');
          const on = () => {
            while (!socket.destroyed && socket.write(`X-Header: ${'a'.repeat(1000)}\r\n`));
          };
          socket.on('drain', on).on('error', () => undefined);
          on();
        },
      },
      { longest: 5000 },
    );
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'unreachable' });
  });

  test.each([
    ['it is no HTTP', 'SSH-2.0-OpenSSH\r\n'],
    ['it ends early', 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100\r\n\r\nHello.'],
    ['it ends at once', ''],
    [
      'it is not packed as it says',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: gzip\r\ncontent-length: 6\r\n\r\nHello.',
    ],
    [
      'it is packed too often',
      `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-encoding: ${'gzip,'.repeat(50)}gzip\r\ncontent-length: 6\r\n\r\nHello.`,
    ],
  ])('because %s', async (_, raw) => {
    await using site = await openSite({ '/': ({ socket }) => void socket.end(raw) });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'unreachable' });
  });

  test('because nobody is there', async () => {
    const site = await openSite({});
    await site[Symbol.asyncDispose]();
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'unreachable' });
  });
});

describe('how often', () => {
  test('a site is asked once a second', async () => {
    const times: number[] = [];
    const noting =
      (answer: RequestListener): RequestListener =>
      (request, response) => {
        times.push(site.clock.now);
        answer(request, response);
      };
    await using site = await openSite({
      '/robots.txt': noting(sends('', {}, 404)),
      '/a': noting(sendsOn('/b')),
      '/b': noting(sends('Hello.')),
    });
    await site.fetcher.page(site.at('/a'), 'guild');
    await site.fetcher.page(site.at('/b'), 'other');
    expect(times).toEqual([0, 1, 2, 3].map((seconds) => NOON + 1000 * seconds));
  });

  test('who would wait too long for a turn is told when to come again', async () => {
    const pause = (_: number, signal: AbortSignal) => new Promise((resolve) => signal.addEventListener('abort', resolve));
    await using site = await openSite({ '/': sends('Hello.') }, { longest: 200, pause });
    expect(await site.fetcher.page(site.at('/'), 'guild')).toEqual({ kind: 'too often', of: 'site', until: NOON + 1000 });
  });

  test('a guild has ten pages an hour, and others have theirs', async () => {
    await using site = await openSite({ '/': sends('Hello.') });
    const page = (guild = 'guild') => site.fetcher.page(site.at('/'), guild);
    for (let times = 0; times < 10; times++) expect(await page()).toMatchObject({ kind: 'fetched' });
    const late = await page();
    expect(late).toMatchObject({ kind: 'too often', of: 'guild' });
    expect((late as { until: number }).until).toBeGreaterThan(site.clock.now);
    expect((late as { until: number }).until).toBeLessThanOrEqual(NOON + 3600_000);
    expect(await page('other')).toMatchObject({ kind: 'fetched' });
    site.clock.now = (late as { until: number }).until;
    expect(await page()).toMatchObject({ kind: 'fetched' });
    expect(await page()).toMatchObject({ kind: 'too often', of: 'guild' });
  });

  test('a link that is refused at sight does not count, nor does an attachment', async () => {
    await using site = await openSite({ '/': sends('Hello.') });
    for (let times = 0; times < 20; times++) {
      expect(await site.fetcher.page('http://127.0.0.1/', 'guild')).toEqual({ kind: 'private address' });
      expect(await site.fetcher.attachment(site.at('/'))).toMatchObject({ kind: 'fetched' });
    }
    expect(await site.fetcher.page(site.at('/'), 'guild')).toMatchObject({ kind: 'fetched' });
  });
});
