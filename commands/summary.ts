import { quote } from '../src/article/article.ts';
import { type Desk, LENGTHS, type Length } from '../src/desk.ts';
import { type Block, reply } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { sourceOf } from './answer.ts';
import type { Command } from './command.ts';

/** Without a choice. */
const USUAL: Length = 'medium';

export const summary = {
  name: 'summary',
  description: wording.commands.summary,
  choice: { name: 'length', of: Object.keys(LENGTHS) },
  option: { name: 'about', required: false },
  privacy: 'chosen',
  texts: 'one',
  run: ({ text, choice, private: alone, place }, desk) => {
    const topic = text.trim();
    const sentences = desk.summarise(lengthOf(choice), topic);
    if (sentences.length === 0) return reply(blocksOf(sentences, topic, desk), [], 'asker');
    const audience = alone ? 'asker' : 'everyone';
    const pin = place.guild ? [{ action: 'pinthis', args: sentences } as const] : [];
    return reply(blocksOf(sentences, topic, desk), [...pin, { action: alone ? 'share' : 'delete', args: [] }], audience);
  },
} satisfies Command;

export function lengthOf(choice: string | undefined): Length {
  return Object.keys(LENGTHS).includes(choice ?? '') ? (choice as Length) : USUAL;
}

/** The sentences by their numbers, each with its place, and how many are left out. */
export function blocksOf(sentences: readonly number[], topic: string, { article }: Desk): Block[] {
  const { about } = article;
  const all = article.sentences.filter(({ index, answers }) => answers || sentences.includes(index)); // a heading is none
  if (sentences.length === 0) return [{ kind: 'words', text: wording.nothingAbout(topic) }];
  return [
    { kind: 'question', text: wording.summary(about, topic), needed: true },
    ...sentences.map((at): Block => {
      const one = quote(article, at);
      const source = sourceOf(article, at);
      return { kind: 'quote', quote: one, place: wording.shortPlace(one), ...(source && { source }) };
    }),
    { kind: 'count', all: all.length },
  ];
}
