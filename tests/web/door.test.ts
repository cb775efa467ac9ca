import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { served } from './scene.ts';

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

/** Asks as no browser would let a page ask: with any headers. */
async function send(address: string, { path = '', method = 'GET', headers = {}, body }: Sent) {
  const { hostname, port, pathname } = new URL(address);
  const request = httpRequest({ hostname, port, path: path.startsWith('/') ? path : pathname + path, method, headers });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, text: await text(response) };
}

const ASK = 'do/say?as=101&since=0';
const QUESTION = JSON.stringify({ text: '@Verbatim when did the clashes begin?' });

describe('the page', () => {
  test('is there at the address that is printed, on this machine alone', async () => {
    const { address } = await served();
    expect(new URL(address).hostname).toBe('127.0.0.1');
    expect((await send(address, {})).status).toBe(200);
    expect(
      (
        await send(address, {
          path:
            address
              .split('/')
              .slice(3, 4)
              .map((token) => `/${token}`)[0] ?? '',
        })
      ).headers.location,
    ).toBe(new URL(address).pathname);
    expect((await send(address, { path: 'main.js' })).headers['content-type']).toContain('text/javascript');
    expect((await send(address, { path: ASK, method: 'POST', body: QUESTION })).text).toContain('The clashes began');
  });

  test('tells browsers to take nothing from elsewhere, to send nothing there, and to show it in no frame', async () => {
    const { headers } = await send((await served()).address, {});
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'", "form-action 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  const OTHERS: [string, (port: string, token: string) => Sent][] = [
    ['another host, as of a site whose name resolves to this machine', (port) => ({ headers: { host: `evil.example:${port}` } })],
    ['this machine by a name that others may give it', (port) => ({ headers: { host: `localhost.evil.example:${port}` } })],
    ['another port', () => ({ headers: { host: '127.0.0.1:1' } })],
    ['no port', () => ({ headers: { host: '127.0.0.1' } })],
    ['an address without the token', () => ({ path: '/' })],
    ['a wrong token', (_, token) => ({ path: `/${token.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}/` })],
    ['a part of the token', (_, token) => ({ path: `/${token.slice(0, -1)}/` })],
    ['a page of another site', () => ({ path: ASK, method: 'POST', body: QUESTION, headers: { origin: 'https://evil.example' } })],
    ['a page without a site, as in a sandboxed frame', () => ({ path: ASK, method: 'POST', body: QUESTION, headers: { origin: 'null' } })],
    ['another port of this machine', () => ({ path: ASK, method: 'POST', body: QUESTION, headers: { origin: 'http://127.0.0.1:1' } })],
    ['a form of another site', () => ({ path: ASK, method: 'POST', body: 'text=hello', headers: { 'sec-fetch-site': 'cross-site' } })],
    ['a picture or a script of another site', () => ({ path: 'main.js', headers: { 'sec-fetch-site': 'cross-site' } })],
    ['a link on another site', () => ({ path: 'do/news?as=101', headers: { 'sec-fetch-site': 'same-site' } })],
  ];
  test.each(OTHERS)('refuses %s in words, and does nothing', async (_, sent) => {
    const { address } = await served();
    const [, token = ''] = new URL(address).pathname.split('/');
    const refused = await send(address, sent(new URL(address).port, token));
    expect(refused).toMatchObject({ status: 403, text: expect.stringMatching(/^[A-Z].*\.\n$/) });
    const news = await send(address, { path: 'do/news?as=101&since=0', method: 'POST' });
    expect(JSON.parse(news.text).news.messages).toEqual([]);
  });

  test.each([
    ['what is asked by a link', { path: 'do/news?as=101' }, 400],
    ['nobody that there is', { path: 'do/news?as=1', method: 'POST' }, 400],
    ['nothing that there is', { path: 'do/nothing?as=101', method: 'POST' }, 400],
    ['what is no JSON', { path: ASK, method: 'POST', body: '{' }, 400],
    ['too much', { path: ASK, method: 'POST', body: 'x'.repeat(9 * 2 ** 20) }, 400],
    ['a file that there isn’t', { path: 'nothing.js' }, 404],
    ['a file beside the page’s', { path: '../web.ts' }, 404],
    ['a file of the project', { path: 'modules/lit/../../package.json' }, 404],
    ['a file of the project, in other letters', { path: 'modules/lit/%2e%2e/%2e%2e/%2e%2e/src/main.ts' }, 404],
    ['a library that the page has nothing of', { path: 'modules/undici/index.js' }, 404],
    ['another method', { path: 'main.js', method: 'PUT' }, 405],
  ])('answers %s in words', async (_, sent, status) => {
    const given = await send((await served()).address, sent);
    expect(given).toMatchObject({ status, text: expect.stringMatching(/^[A-Z].*\.\n$/) });
  });

  test.each(['[]', 'null', '{"text":1,"typed":[],"set":"x","values":{},"message":7}'])(
    'takes %s for nothing, and goes on',
    async (body) => {
      const { address } = await served();
      for (const what of ['command', 'say', 'take', 'suggest', 'dismiss', 'start'])
        expect((await send(address, { path: `do/${what}?as=101&since=x`, method: 'POST', body })).status).toBe(200);
    },
  );
});
