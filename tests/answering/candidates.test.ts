import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidates } from '../../src/answering/candidates.ts';
import { marked } from '../indexed.ts';

const asked = (...lines: string[]) =>
  candidates(marked(...lines)).flatMap(({ question }) => (question.startsWith('What about the') ? [] : question));

/** So that it is known who is a name. */
const NAMES = 'byline: By Ann Lee, Bob Ray and Zyta Wozniak of Rome and Oslo';

describe('what is asked of a text', () => {
  test.each<[string, string[], string[]]>([
    ['the questions of an FAQ', ['question: ### Can I bring my dog?', 'paragraph: On a lead.'], ['Can I bring my dog?']],
    ['those of an interview, without who asks', ['question: Q: how are you?', 'paragraph: Fine.'], ['How are you?']],
    ['those of somebody by name', ['question: Jo Day: is it hot?', 'paragraph: It burns.'], ['Is it hot?']],
    ['nothing that is not answered', ['question: Can I bring my dog?', 'question: Why?', 'paragraph: So.'], ['Why?']],
    ['what a heading asks', ['heading: How to apply', 'paragraph: By post.'], ['How to apply?']],
    ['what a heading tells', ["heading: 4. What we don't pay for", 'paragraph: Land.'], ["What don't we pay for?"]],
    ['a heading', ['heading: ## Opening hours', 'item: - Daily from eight'], ['What does it say about "Opening hours"?']],
    [
      'no heading with nothing below',
      ['heading: ## Opening hours', 'heading: ## Prices', 'item: - None'],
      ['What does it say about "Prices"?'],
    ],
    ['a day', ['heading: FRIDAY 11 JULY', 'item: - Fish soup'], ['What happens on Friday 11 July?']],
    ['somebody', ['heading: Zyta Wozniak', 'paragraph: A hand.'], ['Who is Zyta Wozniak?']],
    ['who writes in a forum', ['label: fox_99 · Sat 21:14', 'paragraph: No.'], ['What did fox_99 say?']],
    ['a term', ['item: - **Drone** – a male bee'], ['What does "Drone" mean?']],
    ['a price', ['row: | Day ticket | €22'], ['What does "Day ticket" cost?']],
    ['an event', ['item: 18:00 Trio Malaspina (IT)'], ['When is "Trio Malaspina"?']],
    ['a year', ['row: 1953 — Polar Medal'], ['What happened in 1953?']],
    ['a date', ['row: Decision | 3 March'], ['When is "Decision"?']],
    ['anything else that a line is about', ['item: - Swimming things: in a bag'], ['What about "Swimming things"?']],
    ['nothing of a clause', ['paragraph: If it rains: go home.', 'item: - CANCELLED: the parade', 'item: - Tue: closed'], []],
    ['who did it', [NAMES, 'paragraph: Ann Lee opened the old pool and left.'], ['Who opened the old pool?']],
    ['who said it', [NAMES, 'paragraph: So said activist Ann Lee.'], ['Who is Ann Lee?']],
    ['who somebody is', [NAMES, 'paragraph: Then came Ann Lee, a cook.'], ['Who is Ann Lee?']],
    ['when', ['paragraph: The old mill stopped on Friday.'], ['When did the old mill stop?', 'What happened on Friday?']],
    ['when it is, in another order', ['paragraph: 2. The pool was opened in 1911.'], ['When was the pool opened?']],
    ['when, of what follows a date', ['paragraph: In May 1999, the line went dead in the snow.'], ['When did the line go dead?']],
    [
      'where, of those who are from somewhere',
      [NAMES, 'paragraph: Rome troops met rebels in Oslo on a hill.'],
      ['Where did Rome troops meet rebels?', 'What happened in Oslo?'],
    ],
    ['what happened at a place', [NAMES, 'paragraph: Yesterday it snowed at Oslo Bay.'], ['What happened at Oslo Bay?']],
    ['where', [NAMES, 'paragraph: The site must lie in Rome.'], ['Where must the site lie?']],
    ['where something happened', [NAMES, 'paragraph: Yesterday it snowed in Rome.'], ['What happened in Rome?']],
    ['how many', ['paragraph: Eleven posts have been created.'], ['How many posts have been created?']],
    ['nothing of what is no answer', ['caption: Ann Lee, a cook, in Rome on Friday.', 'lead-in: Tea: 2 euros:'], []],
    [
      'nothing that a person would not read',
      ['question: Can I bring my dog if he is old and tired and has no teeth left to bite anybody with at all?', 'paragraph: No.'],
      [],
    ],
  ])('%s', (_what, lines, questions) => {
    expect(asked(...lines)).toEqual(questions);
  });

  test('is of single words, those first that come again, where there is little else', () => {
    const mirror = ['paragraph: I saw the mirror at last.', 'paragraph: A stick is in the mirror.', 'paragraph: I like the mirror maker.'];
    expect(candidates(marked(...mirror))).toEqual([
      { question: 'What about the mirror?', answers: [0, 1, 2] },
      { question: 'What about the stick?', answers: [1] },
    ]);
    const faq = Array.from({ length: 10 }, (_, i) => [`question: Why ${'abcdefghij'.charAt(i)}?`, 'paragraph: Because.']).flat();
    expect(candidates(marked(...faq, ...mirror)).filter(({ question }) => question.includes('mirror'))).toEqual([]);
  });

  test('is by turns, each once, with few that are alike', () => {
    const heading = (i: number) => [`heading: Part ${'abcdefghijklmnopqrst'.charAt(i)}`, 'paragraph: Nothing.'];
    const all = asked(
      ...Array.from({ length: 20 }, (_, i) => heading(i)).flat(),
      ...['question: Why?', 'item: - Tea: hot', 'item: - Tea: cold', 'question: Really?', 'item: 18:00 Parade'],
    );
    expect(all.slice(0, 5)).toEqual(['Why?', 'When is "Parade"?', 'What about "Tea"?', 'What does it say about "Part a"?', 'Really?']);
    expect(all.filter((question) => question.startsWith('What does it say'))).toHaveLength(12);
    expect(all).toHaveLength(new Set(all).size);
  });
});

test('whatever the text is, questions are short, whole, and answered by sentences that may be quoted', () => {
  const line = fc
    .tuple(
      fc.constantFrom('heading', 'question', 'label', 'lead-in', 'paragraph', 'item', 'row', 'title'),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom('Ann Lee was in Rome on Friday.', 'Tea | €2', 'Why: ?', '18:00 – a', 'What we', 'Q:'),
      ),
    )
    .map(([kind, text]) => `${kind}: ${text.replace(/\s+/g, ' ').trim() || '-'}`);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const index = marked(...lines);
      for (const { question, answers } of candidates(index)) {
        expect(question.length).toBeLessThanOrEqual(80);
        expect(question).toMatch(/^\S(?:.*\S)?$/su);
        expect(answers.length).toBeGreaterThan(0);
        for (const at of answers) expect(index.article.sentences[at]?.answers).toBe(true);
      }
    }),
  );
});

test('a long text is asked no more than its beginning', () => {
  const buses = Array.from({ length: 2000 }, (_, i) => `item: - Bus ${i}: 18:00 from Rome on Friday`);
  const [whole, beginning] = [candidates(marked(...buses, 'paragraph: Who is Ann Lee?')), candidates(marked(...buses.slice(0, 300)))];
  expect(whole).toEqual(beginning);
});
