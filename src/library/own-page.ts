import { fileURLToPath } from 'node:url';
import { inThirdPerson } from '../answering/asks-the-bot.ts';
import type { Article } from '../article/article.ts';
import { readArticleFile } from '../article/files.ts';
import type { Asked, Place } from '../conversation/conversations.ts';
import type { Desk } from '../desk.ts';

const OWN_PAGE = fileURLToPath(new URL('../../content/verbatim.md', import.meta.url));

/** The page about the bot itself; undefined where somebody has taken it away. */
export async function readOwnPage(): Promise<Article | undefined> {
  const read = await readArticleFile(OWN_PAGE);
  return read.kind === 'article' ? read.article : undefined;
}

/** The desk of that page: it is asked of "you", and what is said of it is a talk of its own, so that the one about a text goes on as if nothing had been. */
export function ownDesk(desk: Desk): Desk {
  return {
    ...desk,
    answer: (asked, place) => desk.answer(ofIt(asked), place),
    ask: (asked, { place, ...manner }) => desk.ask(ofIt(asked), { ...manner, place: apart(place) }),
  };
}

function ofIt({ text, asks }: Asked): Asked {
  return { text: inThirdPerson(text), ...(asks && { asks }) };
}

function apart(place: Place): Place {
  return { ...place, channel: `${place.channel}/about the bot` };
}
