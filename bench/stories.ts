import { readFileSync } from 'node:fs';
import { FOUR_WS, type FourW } from '../src/answering/asks.ts';
import { candidatesFor } from '../src/answering/candidates.ts';
import type { FeatureName } from '../src/answering/features.ts';
import { readQuestion } from '../src/answering/question.ts';
import { valuesOf } from '../src/answering/rank.ts';
import { indexOf } from './examples.ts';
import type { Example } from './learn.ts';
import type { LabelledText } from './sets.ts';

/** What can tell the sentence that a bare who, where, when or what asks for. */
export const STORY_FEATURES = [
  'early',
  'beginning',
  'who answer',
  'where answer',
  'when answer',
  'a day',
  'main name',
] as const satisfies FeatureName[];

/** A story as it was labelled by hand: all sentences that have one of the words answer. */
type Story = Record<FourW, string[]> & { headline: string };

const STORIES = JSON.parse(readFileSync(new URL('stories.json', import.meta.url), 'utf8')) as Record<string, Story>;

/** An article's bare questions, with its headline as the first line and without: people leave it in or not. None where it has no labels. */
export function storyExamples({ id = '', text }: LabelledText): Example[] {
  const story = STORIES[id];
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
    return [{ values: values.map((v) => Float64Array.from(STORY_FEATURES, (name) => v[name])), right }];
  });
}
