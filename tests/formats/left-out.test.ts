import { describe, expect, test } from 'vitest';
import type { LeftOut } from '../../src/formats/document.ts';
import { readHtml } from '../../src/formats/html.ts';

const LONG = 'The ferry took up its service again on Monday, after four months in the yard, the harbour company said, and nobody was late.';

async function leftOut(html: string): Promise<LeftOut | undefined> {
  const document = await readHtml(html);
  if (typeof document === 'string' || 'kind' in document) throw new Error('refused');
  return document.leftOut;
}

const page = (around: string) => `<h1>Ferry is back</h1><div>${`<p>${LONG}</p>`.repeat(8)}</div>${around}`;

describe('what is left out of a page', () => {
  test.each([
    ['nothing', page(''), undefined],
    ['a menu', page('<nav><a href=/>Home</a><ul><li>News<li>Sport</ul></nav>'), { menu: 3 }],
    ['a banner', page('<div id="cookie-banner"><p>We use cookies.</p></div>'), { notice: 1 }],
    ['an advert', page('<div class="ad-slot">Buy a boat.</div>'), { advert: 1 }],
    ['what others wrote', page('<ol class="comment-list"><li><p>Hear, hear.</p><p>At last!</p></ol>'), { comments: 2 }],
    ['what else there is to read', page('<aside class="related">A storm is coming</aside>'), { related: 1 }],
    ['what nothing names', page('<footer>All rights reserved</footer>'), { other: 1 }],
    ['nothing that no browser shows', page('<div hidden>Not seen.</div><script>run()</script><nav><hr></nav>'), undefined],
  ])('%s', async (_what, html, counts) => {
    expect((await leftOut(html))?.counts).toEqual(counts);
  });

  test('is told in its order, by its first words', async () => {
    const found = await leftOut(`<nav>Home</nav>${page(`<footer>All rights reserved, ${'for ever and '.repeat(20)}ever</footer>`)}`);
    expect(found?.lines).toEqual([
      { kind: 'menu', text: 'Home' },
      { kind: 'other', text: expect.stringMatching(/^All rights reserved, for ever .{20,50} (?:ever|and|for)…$/) },
    ]);
    expect(found?.lines[1]?.text.length).toBeLessThanOrEqual(80);
  });

  test('is counted where there is too much of it to be told', async () => {
    const found = await leftOut(page(`<nav>${'<p>Entry</p>'.repeat(2000)}</nav>`));
    expect([found?.lines.length, found?.counts]).toEqual([50, { menu: 2000 }]);
  });
});
