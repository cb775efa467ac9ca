import { bestFirst } from '../commands/answer-of-several.ts';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { readArticle } from '../src/article/article.ts';
import { openDesk } from '../src/desk.ts';
import { ASKED, nearestOf } from '../src/library/nearest.ts';
import { given } from './given.ts';
import { openModel, readingAtMost } from './reading.ts';
import { type LabelledText, readSet } from './sets.ts';
import { decimals, percent, table } from './table.ts';

const USAGE = {
  call: 'npm run bench:library',
  does: 'Measures how well the right text is found among many for a question that does not name it, and what that costs. bench/README.md says what the table means. The first texts that have questions are filled up with texts that have none.',
  options: {
    texts: { takes: 'COUNT', unset: 50, says: 'How many texts.' },
    words: { takes: 'COUNT', unset: 2000, says: 'How many words each is filled up to.' },
    every: { takes: 'COUNT', unset: 16, says: 'Also answer every so many-th question.' },
  },
  rest: { name: 'FILE…', says: 'Sets of questions.' },
} as const satisfies Usage;

const { options, rest } = await argumentsOf(USAGE, process);
given(rest, USAGE);
const all = rest.flatMap((file) => readSet(file).articles);
const asks = ({ questions }: LabelledText) => questions.some(({ question, answerable }) => answerable && question !== '');
const wordsIn = (text: string) => text.split(/\s+/).length;
const filler = all.filter((one) => !asks(one));
const texts = all
  .filter(asks)
  .slice(0, options.texts)
  .map(({ text, questions }) => {
    let whole = text;
    while (wordsIn(whole) < options.words) {
      const more = filler.shift();
      if (!more) break;
      whole += `\n\n${more.text}`;
    }
    return { whole, questions: questions.filter(({ question, answerable }) => answerable && question !== '') };
  });

const model = await openModel();
const reader = readingAtMost(model);
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const desks = texts.map(({ whole }, i) => openDesk(readArticle({ title: `Text ${i + 1}` }, whole), reader));
globalThis.gc?.();
const grown = (process.memoryUsage().heapUsed - before) / 2 ** 20 / desks.length;

const asked = texts.flatMap(({ questions }, at) => questions.map(({ question }) => ({ at, question })));
let [near, cost, first, read] = [0, 0, 0, 0];
for (const [k, { at, question }] of asked.entries()) {
  const tried = nearestOf(desks, { text: question }, ASKED);
  const own = desks[at];
  if (!own) continue;
  near += Number(tried.includes(own));
  cost += tried.reduce((sum, { article }) => sum + article.text.length, 0) / own.article.text.length / asked.length;
  if (k % options.every !== 0) continue;
  const said = await Promise.all(tried.map(async (desk) => ({ desk, ...(await desk.answer({ text: question }, { user: 'bench' })) })));
  first += Number(bestFirst(said)[0]?.desk === own);
  read += 1;
}
const words = texts.reduce((sum, { whole }) => sum + wordsIn(whole), 0) / texts.length;
console.log(
  table([
    {
      texts: String(texts.length),
      'words each': words.toFixed(),
      questions: String(asked.length),
      'right text searched, %': percent(near / asked.length),
      'right text answers first, %': `${percent(first / read)} of ${read}`,
      'read (right text alone = 1)': decimals(cost, 1),
      'MB per text': decimals(grown, 1),
    },
  ]),
);
await model.close();
