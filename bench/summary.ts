import { opensWithPronoun, withAntecedents } from '../src/answering/antecedent.ts';
import { summarise } from '../src/answering/summarise.ts';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { quote, readArticle, type Sentence } from '../src/article/article.ts';
import { LENGTHS } from '../src/desk.ts';
import { indexArticle } from '../src/search/article-index.ts';
import { given } from './given.ts';
import { type LabelledText, type Range, readSet } from './sets.ts';

const USAGE = {
  call: 'npm run bench:summary',
  does: 'Measures how much summaries tell, compared with as many characters from the beginning of the article. If the questions of a set are a bare who, where, when or what ("asks"), it counts the questions of whose answer the summary has at least half; otherwise, how much of the evidence it has, in characters. Both have the title above them.',
  rest: { name: 'FILE…', says: 'Sets of questions.' },
} as const satisfies Usage;

for (const file of given((await argumentsOf(USAGE, process)).rest, USAGE)) {
  const { name, articles } = readSet(file);
  console.log(name);
  console.table(Object.entries(LENGTHS).map(([length, most]) => ({ length, ...compared(articles, most) })));
}

function compared(articles: readonly LabelledText[], most: number) {
  const held = { questions: 0, 'summary %': 0, 'first sentences %': 0, 'begins with a pronoun': 0 };
  for (const { text, questions } of articles) {
    const index = indexArticle(readArticle({ title: '' }, text));
    const { sentences } = index.article;
    if (sentences.length <= most) continue;
    const chosen = summarise(index, most, '');
    held['begins with a pronoun'] += chosen.filter(
      (at) => opensWithPronoun(quote(index.article, at).text) && !withAntecedents(index, at)?.every((one) => chosen.includes(one)),
    ).length;
    const sum = chosen.flatMap((at): Range[] => (sentences[at] ? [[sentences[at].start, sentences[at].end]] : []));
    const isTitle = ({ block }: Sentence) => index.article.blocks[block]?.kind === 'title';
    const title = sentences.filter(isTitle).map(({ start, end }): Range => [start, end]);
    const others = sentences.filter((one) => !isTitle(one));
    const length = sum.reduce((all, [start, end]) => all + end - start, 0);
    const [ranges, first] = [
      [...title, ...sum],
      [...title, ...firstOf(others, length)],
    ];
    for (const { asks, answerable, evidence } of questions) {
      if (!answerable || evidence.length === 0) continue;
      held.questions++;
      const share =
        asks === undefined
          ? shareOf
          : (some: readonly Range[], all: readonly Range[]) => Number(all.some((one) => shareOf(some, [one]) >= 0.5));
      held['summary %'] += share(ranges, evidence);
      held['first sentences %'] += share(first, evidence);
    }
  }
  for (const way of ['summary %', 'first sentences %'] as const) held[way] = Math.round((1000 * held[way]) / held.questions) / 10;
  return held;
}

/** The article's first sentences, up to this many characters. */
function firstOf(sentences: readonly { start: number; end: number }[], length: number): Range[] {
  const ranges: Range[] = [];
  let left = length;
  for (const { start, end } of sentences) {
    if (left <= 0) break;
    ranges.push([start, Math.min(end, start + left)]);
    left -= end - start;
  }
  return ranges;
}

/** How much of some ranges lies in others, 0 to 1. */
function shareOf(ranges: readonly Range[], evidence: readonly Range[]): number {
  const all = evidence.reduce((sum, [start, end]) => sum + end - start, 0);
  const inside = evidence.flatMap(([a, b]) => ranges.map(([start, end]) => Math.max(0, Math.min(b, end) - Math.max(a, start))));
  return inside.reduce((sum, one) => sum + one, 0) / Math.max(1, all);
}
