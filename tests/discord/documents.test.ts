import { expect, test } from 'vitest';
import { predictable } from '../reader.ts';
import { articleOf, deskOn } from './bot.ts';
import { setScene, shown } from './scene.ts';

const on = setScene();

/** The answer to a question about a text. */
async function askOf(text: string, question: string) {
  await on.restart(deskOn(articleOf(text, { title: 'The pool' }), { store: on.store }, predictable()));
  return on.ask(question);
}

test("below an FAQ's answer stand its heading and its question, in small print", async () => {
  const faq =
    '# Pool help\n\n## Fares\n\n### What do children pay?\n\nNothing on Sundays.\n\n### May I bring a ball?\n\nSmall ones only.\n';
  const answer = await askOf(faq, 'what do children pay?');
  expect(answer.content).toBe(
    '**What do children pay?**\n> Nothing on Sundays.\n-# under "Fares" › "What do children pay?"\n-# The pool · paragraph 1, sentence 1',
  );
});

test("a liveblog's entry has its time, and a table's row its header", async () => {
  const live =
    '18:40\nThe bridge at Ilford is closed.\n\n19:05\nForty guests were led out over the roof.\n\n19:30\nThe rain has stopped.\n';
  expect(shown(await askOf(live, 'how many guests were led out over the roof?')).small[0]).toBe('19:05');
  const table = 'These are the hours of the pool.\n\n| Day | Open |\n|---|---|\n| Friday | from 9 to 7 |\n| Sunday | from 8 to 5 |\n';
  const { quotes, small } = shown(await askOf(table, 'when is it open on Friday?'));
  expect([quotes, small[0]]).toEqual([['Friday | from 9 to 7'], 'under "Day | Open"']);
});

test('a heading is shown to the character: it pings nobody, and nothing in it is read as Markdown', async () => {
  const heading = '**Free** days, @everyone, <@1> and <#2>: ||none|| [here](https://example.com)';
  const text = `# Pool rules\n\n## ${heading}\n\nChildren swim for nothing on Sundays.\n\n## Balls\n\nSmall ones only.\n`;
  const answer = await askOf(text, 'who swims for nothing on Sundays?');
  expect(shown(answer)).toEqual({
    lines: ['Who swims for nothing on Sundays?'],
    quotes: ['Children swim for nothing on Sundays.'],
    small: [`under "${heading}"`, 'The pool · paragraph 1, sentence 1'],
    bold: ['Who swims for nothing on Sundays?'],
    others: [],
  });
});

test('a line that leads in over two lines stays in small print', async () => {
  const text = '# Pool rules\n\nWhoever swims must bring,\n**every** time:\n\n- a cap of rubber\n- a towel\n\nSmall balls are allowed.\n';
  const { quotes, small } = shown(await askOf(text, 'which cap of rubber?'));
  expect([quotes, small[0]]).toEqual([['a cap of rubber'], 'under "Whoever swims must bring, **every** time:"']);
});
