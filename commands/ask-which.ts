import { firstWords } from '../src/document/first-words.ts';
import type { Library } from '../src/library/library.ts';
import type { Candidate, Undecided } from '../src/library/undecided.ts';
import type { Block, Menu, Reply } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Command, Request } from './command.ts';
import { LONGEST_LABEL, pageOf } from './paging.ts';

/** Stands in the menu for its next page. */
export const FURTHER = -1;

/** Asks who asked which of several texts they mean: what they typed waits for that. */
export function askWhich(
  { name, needs }: Pick<Command, 'name' | 'needs'>,
  { place, text, choice, private: alone, open }: Pick<Request, 'place' | 'text' | 'choice' | 'private' | 'open'>,
  texts: readonly Candidate[],
  library: Library,
): Reply {
  const more = { ...(choice !== undefined && { choice }), ...(open && { open }) };
  const asked: Undecided = { user: place.user, command: name, text, private: alone, texts, ...more };
  const action = needs === 'Pin Messages' ? 'whichtopin' : 'whichtext';
  return { kind: 'reply', ...choiceOf(library.undecided.keep(asked), asked, action), audience: 'asker' };
}

/** The menu of the texts that may be meant. @param wanted a page of it, counting from 1; behind the last one comes the first again */
export function choiceOf(id: number, { texts }: Undecided, action: 'whichtext' | 'whichtopin', wanted = 1) {
  const { pages } = pageOf(texts, wanted);
  const { page, shown } = pageOf(texts, wanted > pages ? 1 : wanted);
  const choices = [
    ...shown.map((one) => ({ value: texts.indexOf(one), label: firstWords(one.title, LONGEST_LABEL) })),
    ...(pages > 1 ? [{ value: FURTHER, label: wording.buttons.next }] : []),
  ];
  const menus: Menu[] = [{ offer: { action, args: [id, page] }, label: wording.menus.which(page, pages), choices }];
  const blocks: Block[] = [{ kind: 'words', text: wording.whichText(texts.map(({ title }) => title)) }];
  return { blocks, menus, offers: [] };
}
