import { DiscordAPIError, HTTPError } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { refusedBy } from '../../src/discord/interaction/refused.ts';
import { wording } from '../../src/wording.ts';
import { press, setScene } from './scene.ts';

const said = (status: number, code?: number) =>
  new DiscordAPIError({ message: '' } as never, code as never, status, 'POST', 'http://127.0.0.1', {});

test.each([
  ['a code', said(400, 50083), 'archived'],
  ['a code, whatever the status is', said(403, 10008), 'gone'],
  ['a code that nothing is known of', said(403, 50001_9), 'other'],
  ['no code but 0', said(403, 0), 'not allowed'],
  ['a page of a proxy', said(404), 'gone'],
  ['a page of a proxy that knows no token', said(401), 'no token'],
  ['an answer to an interaction that came too late', said(401, 50027), 'too late'],
  ['an outage', new HTTPError(503, 'Service Unavailable', 'GET', 'http://127.0.0.1', {}), 'other'],
  ['nothing of Discord', new TypeError('fetch failed'), undefined],
])('an error with %s says why', (_what, error, refusal) => {
  expect(refusedBy(error)).toBe(refusal);
});

describe('a card', () => {
  const on = setScene();

  test.each([
    [403, () => wording.botLacks(['Pin Messages'], '#general')],
    [404, () => wording.goneThere('#general')],
  ])('that Discord refuses with nothing but %s is refused in words', async (status, says) => {
    const mona = on.moderator();
    const preview = await on.preview(mona);
    on.discord.fail(/^PUT .*pins/, status);
    const { followUps } = await press(mona, preview, 'Pin it');
    expect([preview.content, ...followUps.map(({ content }) => content)].join('\n')).toContain(says());
  });
});
