import type { Follow } from '../article/follow.ts';
import type { Library } from '../library/library.ts';
import { wording } from '../wording.ts';
import type { Surroundings } from './bot.ts';
import { problemOf } from './log.ts';

/** So often, in milliseconds, it is looked whether the host's file has changed. Asking the system for that costs next to nothing, and works on every kind of disk. */
const EVERY = 1000;

/**
 * Lets the bot talk about the host's text as its file has it, from when that has changed on.
 * @param changed is told that the text is another one
 * @returns ends that
 */
export function followHost(
  library: Library,
  { file: look, log, print }: Pick<Surroundings, 'file' | 'log' | 'print'>,
  changed: () => Promise<void>,
  every = EVERY,
): () => void {
  if (!look) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const later = () => {
    if (!isOver) timer = setTimeout(() => void renew(look).finally(later), every);
  };
  const renew = async (look: Follow) => {
    try {
      const read = await look();
      if (!read || isOver) return;
      if (read.kind !== 'article')
        return log.warn({ why: read.kind }, "the article's file has changed but can't be read: its text stays as it was");
      library.renew(read.article);
      print(wording.readAgain(read.file));
      await changed();
    } catch (error) {
      log.warn(problemOf(error), "could not check the article's file");
    }
  };
  later();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
