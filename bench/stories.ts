import { readFileSync } from 'node:fs';
import { FOUR_WS, type FourW } from '../src/answering/asks.ts';
import { STORY_FEATURES, valuesFor } from '../src/answering/story.ts';
import { argumentsOf, type Usage } from '../src/arguments.ts';
import { quote, readArticle } from '../src/article/article.ts';
import { indexArticle } from '../src/search/article-index.ts';
import { dot } from './descend.ts';
import { given } from './given.ts';
import { type Example, learnRanking } from './learn.ts';
import { type LabelledText, readSet } from './sets.ts';
import { percent } from './table.ts';

/** A story as it was labelled by hand: all sentences that have one of the words answer. */
type Story = Record<FourW, string[]> & { headline: string };
type StoryExample = Example & { asks: FourW };

/** The labels of articles in question sets, and news stories that were written for this: the articles are most of them of one kind. */
const STORIES = read<Record<string, Story>>('stories.json');
export const NEWS = read<Record<string, Story & { text: string }>>('news-stories.json');

/** There are few stories: a greater penalty than for many questions keeps to what most of them tell. */
const PENALTY = 1e-3;

/** Each story is looked for with what the others of six parts teach. */
const PARTS = 6;

const USAGE = {
  call: 'npm run train:story',
  does: 'Learns how to answer a bare who, where, when or what, and prints for how many of the labelled stories that then works. Copy the weights into src/answering/story.ts by hand, rounded to one decimal place.',
  rest: { name: 'FILE…', says: 'Sets that have the articles of stories.json.' },
} as const satisfies Usage;

if (import.meta.url === `file://${process.argv[1]}`)
  learnFrom(given((await argumentsOf(USAGE, process)).rest, USAGE).flatMap((file) => readSet(file).articles));

function learnFrom(articles: readonly LabelledText[]): void {
  const stories = [
    ...articles.map(({ id = '', text }) => bothWays(STORIES[id], text)),
    ...Object.values(NEWS).map((story) => bothWays(story, story.text)),
  ];
  const labelled = stories.filter((examples) => examples.length > 0);
  const firsts: { asks: FourW; right: boolean }[] = [];
  for (let part = 0; part < PARTS; part++) {
    const weights = weightsFrom(labelled.filter((_, i) => i % PARTS !== part).flat());
    for (const example of labelled.filter((_, i) => i % PARTS === part).flat())
      firsts.push({ asks: example.asks, right: isFirstRight(example, weights) });
  }
  const rightOf = (some: typeof firsts) => percent(some.filter(({ right }) => right).length / some.length);
  console.log(`${labelled.length} stories, the first sentence right: ${rightOf(firsts)}`);
  for (const w of FOUR_WS) console.log(`  ${w} ${rightOf(firsts.filter(({ asks }) => asks === w))}`);
  console.log(weightsFrom(labelled.flat()));
}

function weightsFrom(examples: readonly Example[]) {
  return learnRanking(STORY_FEATURES, examples, { penalty: PENALTY });
}

function isFirstRight({ values, right }: Example, weights: ReturnType<typeof weightsFrom>): boolean {
  const scores = values.map((one) =>
    dot(
      one,
      Float64Array.from(STORY_FEATURES, (name) => weights[name]),
    ),
  );
  return right[scores.indexOf(Math.max(...scores))] ?? false;
}

/** With its headline as the first line and without: people leave it in or not. */
function bothWays(story: Story | undefined, text: string): StoryExample[] {
  return story ? [...examplesFrom(story, text), ...examplesFrom(story, `${story.headline}\n\n${text}`)] : [];
}

function examplesFrom(story: Story, text: string): StoryExample[] {
  const index = indexArticle(readArticle({ title: '' }, text));
  return FOUR_WS.flatMap((asks): StoryExample[] => {
    const first = valuesFor(index, asks);
    const values = first.map((one) => Float64Array.from(STORY_FEATURES, (name) => one.values[name]));
    const sentences = first.map(({ at }) => quote(index.article, at).text);
    const right = sentences.map((sentence) => story[asks].some((words) => sentence.includes(words)));
    return right.includes(true) ? [{ asks, values, right }] : [];
  });
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
}
