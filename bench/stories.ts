import { readFileSync } from 'node:fs';
import { FOUR_WS, type FourW } from '../src/answering/asks.ts';
import { candidatesFor } from '../src/answering/candidates.ts';
import type { FeatureName } from '../src/answering/features.ts';
import { readQuestion } from '../src/answering/question.ts';
import { valuesOf } from '../src/answering/rank.ts';
import { STORY_FEATURES } from '../src/answering/story-features.ts';
import { indexOf } from './examples.ts';
import type { Example } from './learn.ts';
import type { LabelledText } from './sets.ts';

/** What can tell the sentence that a bare who, where, when or what asks for. */
export const LEARNED = [
  'early',
  'who answer',
  'where answer',
  'when answer',
  ...(Object.keys(STORY_FEATURES) as (keyof typeof STORY_FEATURES)[]),
] satisfies FeatureName[];

/** A story as it was labelled by hand: all sentences that have one of the words answer. */
type Story = Record<FourW, string[]> & { headline: string };

/** The labels of articles in question sets, and news stories that were written for this: the articles are most of them of one kind. */
const STORIES = read<Record<string, Story>>('stories.json');
export const NEWS = read<Record<string, Story & { text: string }>>('news-stories.json');

/** The bare questions of the articles that have labels, and as there are some, those of the news stories. */
export function storyExamples(articles: readonly LabelledText[]): Example[] {
  const examples = articles.flatMap(({ id = '', text }) => bothWays(STORIES[id], text));
  return examples.length > 0 ? [...examples, ...Object.values(NEWS).flatMap((story) => bothWays(story, story.text))] : [];
}

/** With its headline as the first line and without: people leave it in or not. */
function bothWays(story: Story | undefined, text: string): Example[] {
  return story ? [...examplesFrom(story, text), ...examplesFrom(story, `${story.headline}\n\n${text}`)] : [];
}

function examplesFrom(story: Story, text: string): Example[] {
  const index = indexOf(text);
  return FOUR_WS.flatMap((asks): Example[] => {
    const reading = readQuestion(index, '', asks);
    if (reading.kind !== 'question') return [];
    const candidates = candidatesFor(index, reading.question);
    const right = candidates.map((c) => story[asks].some((words) => c.traits.text.includes(words)));
    if (!right.includes(true)) return [];
    const values = candidates.map((c) => valuesOf(c));
    return [{ values: values.map((v) => Float64Array.from(LEARNED, (name) => v[name])), right }];
  });
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T;
}
