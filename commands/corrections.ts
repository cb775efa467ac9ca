import type { Desk } from '../src/desk.ts';
import { firstWords } from '../src/document/first-words.ts';
import type { Library } from '../src/library/library.ts';
import type { Correction } from '../src/moderation/corrections.ts';
import { type Block, type Menu, noteFirst } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { type Command, MANAGERS } from './command.ts';
import { LISTS, LONGEST_LABEL, leaves, pageOf } from './paging.ts';
import { pointerTo } from './sentences.ts';

/** So many fit into a message. */
export const SHOWN = 5;

export const corrections = {
  name: 'corrections',
  description: wording.commands.corrections,
  ...MANAGERS,
  run: async ({ place }, _desk, library) => ({ kind: 'reply', ...(await correctionsOf(place.guild ?? '', 1, library)), audience: 'asker' }),
} satisfies Command;

/** A page of the corrections of a guild, the newest first. */
export async function correctionsOf(guild: string, wanted: number, library: Library, note = '') {
  const all = await library.host.moderation.corrections.list(guild);
  const { page, pages, shown: some } = pageOf(all, wanted, SHOWN);
  const shown = await Promise.all(
    some.map(async (one) => ({ ...one, says: sentenceOf(one, (await library.find({ guild }, one.article))?.now ?? library.host) })),
  );
  const choices = shown.map((one) => ({ value: one.id, label: questionOf(one), hint: firstWords(one.says, LONGEST_LABEL) }));
  const menus: Menu[] = shown.length > 0 ? [{ offer: { action: 'drop', args: [page] }, label: wording.menus.drop, choices }] : [];
  const blocks: Block[] = [
    ...noteFirst(note),
    { kind: 'words', text: wording.correctionsOf(all.length, page, pages) },
    ...shown.flatMap((one): Block[] => [
      { kind: 'question', text: questionOf(one) },
      { kind: 'words', text: one.says },
      { kind: 'note', text: wording.by(one.by.name), at: one.at },
    ]),
  ];
  return { blocks, menus, offers: leaves(LISTS.corrections, page, pages) };
}

/** The first words of a question, with what it goes on from. */
export function questionOf({ question, about }: { question: string; about?: string }): string {
  return firstWords(wording.questionAbout(question, about), LONGEST_LABEL);
}

function sentenceOf(correction: Correction, desk: Desk): string {
  const at = desk.moderation.corrections.sentenceOf(correction);
  if (at === undefined) return wording.notThereAnyMore;
  return at === null ? wording.doesntSay : pointerTo(desk.article, at);
}
