import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/formats/front-matter.ts';

const about = (file: string) => {
  const front = readFrontMatter(file);
  return front.kind === 'front matter' ? front.about : front;
};

const SAID: [what: string, file: string, about: object][] = [
  [
    'our own names',
    '---\ntitle: Piers\npublished: 2012-07\nbyline: A. Poe\nsource: https://a.org/b\n---\nText.',
    { title: 'Piers', published: '2012-07', byline: 'A. Poe', source: 'https://a.org/b' },
  ],
  [
    'what others call it',
    '---\nheadline: Piers\npubDate: 2012\nauthor: A. Poe\nurl: https://a.org\n---\nText.',
    { title: 'Piers', published: '2012', byline: 'A. Poe', source: 'https://a.org' },
  ],
  [
    'TOML',
    '+++\ntitle = "Piers"\ndate = 2024-04-03T10:00:00+02:00\nauthors = ["A", "B"]\n[extra]\nb = 1\n+++\nText.',
    { title: 'Piers', published: '2024-04-03', byline: 'A and B' },
  ],
  ['names in any letters', '---\nTitle: Piers\nPublish_Date: 2012\n---\nText.', { title: 'Piers', published: '2012' }],
  ['a list of authors', '---\nauthors:\n  - A\n  - name: B\n  - C\n---\nText.', { byline: 'A, B and C' }],
  ['an author with more to say', '---\nauthor: { name: A, url: b }\n---\nText.', { byline: 'A' }],
  ['our own name before another', '---\ndate: 2011\npublished: 2012\n---\nText.', { published: '2012' }],
  ['the first of the others that can be read', '---\ndate: soon\ncreated: 2012\n---\nText.', { published: '2012' }],
  ['nothing where it can not be read', '---\ndate: soon\nurl: /piers\nauthor: { url: b }\n---\nText.', {}],
  ['nothing under other names', '---\nlayout: post\ntags: [a, b]\n---\nText.', {}],
  ['nothing where a value is missing', '---\ntitle:\nbyline: ""\n---\nText.', {}],
  ['nothing of whether a page is shown', '---\npublished: true\ndate: 2012\n---\nText.', { published: '2012' }],
  ['nothing between two lines', '---\n---\nText.', {}],
];

describe('what front matter says', () => {
  test.each(SAID)('%s', (_what, file, said) => {
    expect(readFrontMatter(file)).toEqual({ kind: 'front matter', about: said, text: 'Text.' });
  });
});

const DATES: [date: string, day: string | undefined][] = [
  ['2024', '2024'],
  ['2024-04', '2024-04'],
  ['2024/4/3', '2024-04-03'],
  ['2024-04-03T23:30:00-05:00', '2024-04-03'],
  ['2024-04-03 10:00', '2024-04-03'],
  ['April 3, 2024', '2024-04-03'],
  ['Apr. 3rd, 2024', '2024-04-03'],
  ['3 April 2024', '2024-04-03'],
  ['Wed, 03 Apr 2024 10:00:00 GMT', '2024-04-03'],
  ['Sept 2024', '2024-09'],
  ['2024-02-31', undefined],
  ['31 Smarch 2024', undefined],
  ['03/04/2024', undefined], // April or March
];

test.each(DATES)('the date "%s" is %s', (date, day) => {
  expect(about(`---\ndate: "${date}"\n---\nText.`)).toEqual(day === undefined ? {} : { published: day });
});

const BAD: [what: string, file: string, line: number, reason: RegExp][] = [
  ['no end', '---\ntitle: A\n\nText.', 1, /no second line of "---"/],
  ['no end, of TOML', '+++\ntitle = "A"\n\nText.', 1, /no second line of "\+\+\+"/],
  ['no YAML', '---\ntitle: A\nbyline: [B\n---\nText.', 4, /./],
  ['no TOML', '+++\ntitle = "A"\nbyline = B\n+++\nText.', 3, /^invalid value$/],
  ['our own name with what is no date', '---\ntitle: A\npublished: soon\n---\nText.', 3, /the date is/],
  ['our own name with what is no link', '+++\ntitle = "A"\nsource = "us"\n+++\nText.', 3, /the source is/],
  ['our own name with a list', '---\nlayout: a\ntitle: [A]\n---\nText.', 3, /the title is/],
];

test.each(BAD)('an error: %s', (_what, file, line, reason) => {
  expect(readFrontMatter(file)).toEqual({ kind: 'bad front matter', line, reason: expect.stringMatching(reason) });
});

const TEXT: [what: string, file: string][] = [
  ['none', 'Text.'],
  ['a line across', '---\nThe pier is closed.\n\nNote: no dogs.'],
  ['a line across, and another', '---\n\nThe pier is closed.\n\n---\n\nText.'],
  ['a list between lines', '---\n- a\n---\nText.'],
  ['a sentence with a colon between lines', '---\nNote: no dogs.\n---\nText.'],
  ['a colon and no other line of hyphens', '---\nwarning: no dogs.\nText.'],
];

test.each(TEXT)('all of it is text: %s', (_what, file) => {
  expect(readFrontMatter(file)).toEqual({ kind: 'front matter', about: {}, text: file });
});

test('whatever the file: its text is the end of it, and an error is on one of its lines', () => {
  const pieces = fc.constantFrom(
    '---\n',
    '+++\n',
    'title: ',
    'date = ',
    '[',
    '"',
    'A',
    '\n',
    '\r\n',
    '- ',
    '&a ',
    '*a',
    '#',
    '{',
    '2024-04-03',
    ': ',
  );
  fc.assert(
    fc.property(fc.constantFrom('', '---\n', '+++\n'), fc.array(pieces, { maxLength: 20 }), (opening, rest) => {
      const file = opening + rest.join('');
      const front = readFrontMatter(file);
      if (front.kind === 'front matter') expect(file.endsWith(front.text)).toBe(true);
      else expect(front.line).toBeLessThanOrEqual(file.split(/\r\n?|\n/).length);
    }),
    { numRuns: 500 },
  );
});
