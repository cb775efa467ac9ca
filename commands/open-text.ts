import { titled } from '../src/library/library.ts';
import { isLink, looksLikePath, pathIn, pathsFrom } from '../src/library/named.ts';
import type { OpenTexts } from '../src/library/open-texts.ts';
import { type Block, type Reply, reply, tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Command } from './command.ts';
import { aboutIt, ends, notBrought } from './proposal.ts';

/** Talks about another text from here on, or says which are open. */
export const openText = {
  name: 'library',
  description: wording.commands.openText,
  only: 'terminal',
  option: { name: 'text', required: false },
  run: async ({ text, opened }) => {
    const typed = text.trim();
    if (!opened) return tell(wording.failed);
    if (typed === '') return listOf(opened);
    const path = isLink(typed) ? typed : pathIn(typed);
    const [named] = titled(typed, opened.all);
    const isExact = named?.title.toLowerCase() === typed.toLowerCase();
    const isFile = path !== undefined || looksLikePath(typed);
    if (named && (isExact || !isFile)) {
      opened.talkAbout(named);
      return tell(wording.nowAbout(named.title));
    }
    if (isFile) return open(path ?? typed, opened);
    const titles = opened.all.map(({ title }) => title);
    return reply([{ kind: 'words', text: wording.notOpened(typed, titles) }, stillAbout(opened)]);
  },
  suggest: (typed, _desk, opened) =>
    [...(opened?.all.map(({ title }) => title) ?? []), ...pathsFrom(typed)].filter((one) => begins(one, typed)),
} satisfies Command;

const begins = (text: string, typed: string) => text.toLowerCase().startsWith(typed.toLowerCase());

function listOf({ all, current }: OpenTexts): Reply {
  const note = (text: string): Block => ({ kind: 'note', text });
  return reply([
    { kind: 'words', text: wording.openTexts(all.length) },
    ...all.map((one) => note(one === current ? `${one.title} · ${wording.talkedAboutNow}` : one.title)),
    note(wording.howToOpen),
  ]);
}

/** Opens a file or a page, and says in short what it is. */
async function open(named: string, opened: OpenTexts): Promise<Reply> {
  const found = await opened.open(named);
  if (found.kind !== 'found') return reply([notBrought(found), stillAbout(opened)]);
  const { title } = opened.current;
  const assumed = found.assumed === undefined ? [] : [{ kind: 'note', text: wording.assumedEncoding(named, found.assumed) } as const];
  return reply([{ kind: 'question', text: title }, ...aboutIt(found), ...assumed, ...ends(found.article)]);
}

function stillAbout({ current }: OpenTexts): Block {
  return { kind: 'note', text: wording.stillAbout(current.title) };
}
