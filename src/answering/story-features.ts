import { type ArticleIndex, weightOf } from './article-index.ts';
import type { Asks } from './asks.ts';
import type { Candidate } from './candidates.ts';
import { saysDay } from './figures.ts';
import { phrasesFor } from './phrases.ts';
import { isForStory } from './question.ts';
import { traitsOf } from './traits.ts';
import { STOP_WORDS } from './words.ts';

/** What can count for a sentence where a W alone asks for the story's main who, where, when or what, beside what can for any question. */
export const STORY_FEATURES = {
  beginning: bare(beginning),
  'main name': bare(mainName),
  lead: bare(isLead, 'who', 'where'),
  'the other Ws': bare(otherWs, 'who', 'where'),
  'in a place': bare(saysIn, 'where'),
  'a day': bare(({ traits }) => saysDay(traits.text), 'when'),
} satisfies Record<string, (candidate: Candidate) => number>;

/** Something that counts where a W without a question asks, and it is one of these; without any, whichever it is. */
function bare(feature: (candidate: Candidate) => number | boolean, ...ws: readonly Asks[]): (candidate: Candidate) => number {
  return (candidate) => {
    const { question } = candidate;
    return isForStory(question) && (ws.length === 0 || ws.includes(question.asks)) ? Number(feature(candidate)) : 0;
  };
}

/** Whether it is the article's first whole sentence, behind its headline and the author's name: a story's lead tells who and where in full. */
function isLead({ index, at }: Candidate): boolean {
  return isWhole(index, at) && !index.sentences.slice(0, at).some((_, before) => isWhole(index, before));
}

function isWhole(index: ArticleIndex, at: number): boolean {
  return (index.sentences[at]?.words.length ?? 0) >= SHORTEST_LEAD && /[.!?]["”’')]*$/.test(traitsOf(index, at).text);
}

/** A shorter sentence only leads up to the story. */
const SHORTEST_LEAD = 8;

/** The share of the other two of who, where and when that a sentence says too: one that tells the whole story says them at once. */
function otherWs({ index, question, sentence, traits: { text } }: Candidate): number {
  const others = (['who', 'where', 'when'] as const).filter((w) => w !== question.asks);
  const said = others.filter((asks) => phrasesFor({ ...question, asks }, index, sentence, text).length > 0);
  return said.length / others.length;
}

/** Whether it says what happened in a place, and not only whom or what somebody came from, went to or spoke of. */
function saysIn({ index, question, sentence, traits: { text } }: Candidate): boolean {
  return phrasesFor(question, index, sentence, text).some(({ start }) => IN.test(text.slice(start)));
}

const IN = /^(?:in|at|near|around|outside|inside|across|through) /i;

/** The share of the words of the article's first sentence, its headline or its lead: others that have them tell the story as well. */
function beginning({ index, sentence }: Candidate): number {
  let [has, all] = [0, 0];
  for (const { form, stem } of index.sentences[0]?.words ?? []) {
    if (STOP_WORDS.has(form)) continue;
    all += weightOf(index, stem);
    if (sentence.stems.has(stem)) has += weightOf(index, stem);
  }
  return all === 0 ? 0 : has / all;
}

/** How often the article names whom or what the sentence names, beside what it names most: a bare who or where asks for the main one. */
function mainName({ index, question, sentence, traits }: Candidate): number {
  const stems = phrasesFor(question, index, sentence, traits.text).flatMap((phrase) => phrase.stems);
  return Math.min(1, Math.max(0, ...stems.map((stem) => index.postings.get(stem)?.length ?? 0)) / index.mostNamed);
}
