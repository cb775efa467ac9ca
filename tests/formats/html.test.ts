import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/formats/document.ts';
import { readHtml } from '../../src/formats/html.ts';
import { expectWhole } from './whole.ts';

async function read(html: string): Promise<Document> {
  const document = await readHtml(html);
  if (typeof document === 'string' || 'kind' in document) throw new Error('refused');
  expectWhole(document);
  return document;
}

/** Each block as "kind level: text", the text with its bullet or number. */
async function shown(html: string): Promise<string[]> {
  const { text, blocks } = await read(html);
  return (blocks ?? []).map(({ kind, level, start, end }) => `${kind}${level ? ` ${level}` : ''}: ${text.slice(start, end)}`);
}

const SHOWN: [what: string, html: string, blocks: string[]][] = [
  ['white space runs together', '<p>One\n   <b>two </b> three\t</p>', ['paragraph: One two three']],
  ['entities are what they stand for', '<p>Caf&eacute; &amp; bar&nbsp;&#8212; 5&nbsp;m</p>', ['paragraph: Café & bar\u00a0— 5\u00a0m']],
  ['places where a word may break are not shown', '<p>har&shy;bour bread<wbr>crumb</p>', ['paragraph: harbour breadcrumb']],
  [
    'a line break is one',
    '<p>Doors open at seven.<br>The play begins at eight.</p>',
    ['paragraph: Doors open at seven.', 'paragraph: The play begins at eight.'],
  ],
  ['a heading has its level', '<h2>Fares</h2><div>Dogs ride free.</div>', ['heading 2: Fares', 'paragraph: Dogs ride free.']],
  [
    'text beside blocks is a paragraph',
    '<div>Before.<p>In it.</p>Behind.</div>',
    ['paragraph: Before.', 'paragraph: In it.', 'paragraph: Behind.'],
  ],
  [
    'an item has its bullet and its depth',
    '<ul><li>One<ul><li>Two</ul><li>Three</ul>',
    ['item 1: • One', 'item 2: • Two', 'item 1: • Three'],
  ],
  [
    'an item has its number',
    '<ol start=3><li>Buy<li>Ride<li value=9>Leave</ol>',
    ['item 1: 3. Buy', 'item 1: 4. Ride', 'item 1: 9. Leave'],
  ],
  ['letters number, too', '<ol type=A reversed start=2><li>Buy<li>Ride</ol>', ['item 1: B. Buy', 'item 1: A. Ride']],
  ['an item of two paragraphs has one bullet', '<ul><li><p>One</p><p>Two</p></ul>', ['item 1: • One', 'item 1: Two']],
  [
    'a table has a caption, a header and rows',
    '<table><caption>Fares</caption><tr><th>Who<th>Pays<tr><td>Dogs<td>half<br>the price<tr><td>Bikes<td></table>',
    ['caption: Fares', 'header: Who | Pays', 'row: Dogs | half the price', 'row: Bikes |'],
  ],
  [
    'a table for the layout is not one',
    '<table><tr><td><h1>Fares</h1><td><table><tr><td>Dogs<td>half</table></table>',
    ['heading 1: Fares', 'row: Dogs | half'],
  ],
  ['a quotation', '<blockquote>We <q>waited</q>.</blockquote>', ['quotation: We “waited”.']],
  ['code keeps its white space', '<pre>\nif (a)\n  b;\n</pre>', ['code: if (a)\n  b;']],
  ['what a figure shows', '<figure><img alt=boat><figcaption>A boat</figcaption></figure><hr>', ['caption: A boat', 'separator: * * *']],
  [
    'terms and summaries, and those that ask',
    '<dl><dt>Weight<dd>2 kg.<dt>Is it new?<dd>Yes.</dl><details><summary>Why?</summary>So.</details>',
    ['label: Weight', 'paragraph: 2 kg.', 'question: Is it new?', 'paragraph: Yes.', 'question: Why?', 'paragraph: So.'],
  ],
  [
    'a button that names what it opens',
    '<h3><button>Can I pay?</button></h3><p>Yes.<button>Share</button>',
    ['heading 3: Can I pay?', 'paragraph: Yes.'],
  ],
  [
    'what a browser hides, runs or leaves to be filled in is left out',
    '<p>Shown.<p hidden>A<p style="color:red; display: none">B<p aria-hidden=true>C<script>D</script><style>E</style><noscript>F</noscript><select><option>G</select><template>H</template>',
    ['paragraph: Shown.'],
  ],
  [
    'menus, and what stands around a page, are left out, but not the header of an article',
    '<header>Site</header><nav>Home</nav><article><header><h1>News</h1></header>It rains.</article><aside>More</aside><footer>2024</footer>',
    ['heading 1: News', 'paragraph: It rains.'],
  ],
  ['a line in bold is a heading', '<p><b>24/1 Fares</b><br>Dogs ride free.', ['heading 6: 24/1 Fares', 'paragraph: Dogs ride free.']],
  [
    'a sentence in bold is none',
    '<p><b>Dogs ride free.</b></p><p><b>Note:</b> bikes don’t.',
    ['paragraph: Dogs ride free.', 'paragraph: Note: bikes don’t.'],
  ],
  [
    'a row in bold names columns',
    '<table><tr><td><b>Who</b><td><b>Pays</b><tr><td>Dogs<td>half</table>',
    ['header: Who | Pays', 'row: Dogs | half'],
  ],
  [
    'what stands below a picture',
    '<p><img src=a><br><small>A boat</small></p><p><img src=a> A boat',
    ['caption: A boat', 'paragraph: A boat'],
  ],
  [
    'what is called a caption or a byline',
    '<p class="wp-caption-text">A boat</p><p class="byline">Ann</p>',
    ['caption: A boat', 'byline: Ann'],
  ],
  ['who said a quotation', '<blockquote><p>We waited.</p><cite>Ann Lee</cite></blockquote>', ['quotation: We waited.', 'caption: Ann Lee']],
  ['broken markup', '<p>One<b><i>two</b></p>three</div></td><p class="', ['paragraph: Onetwo', 'paragraph: three']],
];

describe('a page', () => {
  test.each(SHOWN)('%s', async (_what, html, blocks) => {
    expect(await shown(html)).toEqual(blocks);
  });

  test('blocks have empty lines between them, items and rows have none', async () => {
    const { text } = await read('<h1>A</h1><ul><li>B<li>C</ul><p>D</p>');
    expect(text).toBe('A\n\n• B\n• C\n\nD');
  });

  test('what is quoted of an item is behind its bullet', async () => {
    const { text, blocks } = await read('<ol><li>Ride</ol>');
    expect(blocks?.map(({ content }) => text.slice(content.start, content.end))).toEqual(['Ride']);
  });
});

const LONG = 'The ferry took up its service again on Monday, after four months in the yard, the harbour company said, and nobody was late.';

describe('the article of a page', () => {
  const page = (body: string) => `<!doctype html><html><head><title>Ferry is back - The Post</title>
    <meta property="og:title" content="Ferry is back"><meta name="author" content="Ann
    Lee"><meta property="article:published_time" content="2024-03-05T10:00:00Z"><link rel=canonical href="https://example.org/ferry">
    </head><body>${body}</body></html>`;

  test('is found among what stands around it', async () => {
    const around = `<div class="sidebar"><div class="related"><a href="/1">A storm is coming</a></div></div>`;
    const { text } = await read(
      page(
        `${around}<h1>Ferry is back</h1><div class="story">${`<p>${LONG}</p>`.repeat(8)}<table><tr><td>Dogs<td>half</table></div>${around}`,
      ),
    );
    expect(text).toBe(['Ferry is back', ...Array(8).fill(LONG), 'Dogs | half'].join('\n\n'));
  });

  test('does not lose what is like a table or an FAQ', async () => {
    const faq = Array.from(
      { length: 30 },
      (_, i) => `<div class="item"><h3><button>May ${i} ride?</button></h3><div>Yes, ${i} may.</div></div>`,
    );
    const { blocks } = await read(page(`<div>${faq.join('')}</div>`));
    expect(blocks).toHaveLength(60);
  });

  const story = `<div>${Array.from({ length: 8 }, (_, i) => `<p>${LONG} That was told ${i} times.</p>`).join('')}</div>`;
  const kept = async (body: string) => (await read(page(body))).text.split('\n\n').filter((part) => !part.startsWith('The ferry took'));

  test.each([
    ['a box named for a newsletter', '<div class="c-newsletter_box"><p>All the news by post.</p></div>'],
    ['a box that asks for an address', '<div><p>All the news by post.</p><form><input type="email"></form></div>'],
    ['a line that asks for a subscription', '<p>Sign up for our newsletter and read more.</p>'],
    ['an element of AMP', '<amp-ad><p>Buy our boats today.</p></amp-ad>'],
    ['a paragraph that only leads elsewhere', '<p><a href=/2>More about the ferry</a></p>'],
    ['what is said again in large letters', `<blockquote><p>${LONG}</p></blockquote>`],
  ])('is without %s in the middle of it', async (_what, box) => {
    expect(await kept(story + box + story)).toEqual([]);
  });

  test.each([
    ['a box of the text', '<div class="admonition note"><p>Dogs ride free.</p></div>', 'Dogs ride free.'],
    ['a list', '<ul class="fares"><li>Dogs<li>Bikes</ul>', '• Dogs\n• Bikes'],
    [
      'a section whose heading is called like a part of a page',
      '<section id="comments"><h2 id="related">Comments</h2><p>None came in.</p></section>',
      'Comments|None came in.',
    ],
  ])('keeps %s in the middle of it', async (_what, box, text) => {
    expect(await kept(story + box + story)).toEqual(text.split('|'));
  });

  test('is found where its page gives it the name of something else', async () => {
    const { text } = await read(page(`<div class="newsletter promo sidebar">${story}</div><p>Sea.</p>`));
    expect(text).toContain(LONG);
  });

  test('is called as its only great heading is, without the name of its place behind that', async () => {
    const { about } = await read(
      '<html><head><title> Ferry rules | Odda Lines</title></head><body><h1>Ferry rules</h1><p>No dogs.</p></body></html>',
    );
    expect(about.title).toBe('Ferry rules');
  });

  test('says its title, who wrote it, when, and where', async () => {
    const about = { title: 'Ferry is back', byline: 'Ann Lee', published: '2024-03-05', source: 'https://example.org/ferry' };
    expect((await read(page(`<p>${LONG}</p>`))).about).toEqual(about);
    expect((await read(page(`<div>${`<p>${LONG}</p>`.repeat(9)}</div>`))).about).toEqual(about);
  });

  test('says where a browser had it from', async () => {
    const { about } = await read('<!-- saved from url=(0026)https://example.org/ferry -->\n<p>It rains.');
    expect(about).toEqual({ source: 'https://example.org/ferry' });
  });

  test('says nothing of itself that would not do in a front matter', async () => {
    const { about } = await read(
      `<title>${'x'.repeat(151)}</title><meta name=date content=yesterday><link rel=canonical href="javascript:1">`,
    );
    expect(about).toEqual({});
  });
});

describe('a page that is hard to read', () => {
  test.each([
    ['10,000 elements in one another', '<div>'.repeat(10_000)],
    ['100,000 of them', '<b>'.repeat(100_000)],
  ])('%s: refused', async (_what, html) => {
    expect(await readHtml(`<p>${html}`)).toBe('too deep');
  });

  test.each([
    ['4,000 lists in one another', `${'<ul><li>'.repeat(2_000)}x`],
    ['50,000 paragraphs', `<p>${LONG}`.repeat(50_000)],
    ['50,000 brackets', '<'.repeat(50_000)],
    ['a table of 500 columns', `<table>${`<tr>${'<td>a'.repeat(500)}`.repeat(40)}</table>`],
    ['50,000 attributes', `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' ')}>x`],
  ])('%s: read', async (_what, html) => {
    expect((await read(html)).text).not.toBe('');
  });

  test('whatever is on it, its blocks are in the order of its text', async () => {
    const tag = fc.constantFrom(...'p div ul ol li table tr td th pre h1 br blockquote q dl dt button main nav script title'.split(' '));
    const part = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom(' ', 'a', '?', '\n', '&', '<', '"', '\u00a0'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 60 }), async (parts) => void (await read(parts.join('')))),
      { numRuns: 300 },
    );
  });
});
