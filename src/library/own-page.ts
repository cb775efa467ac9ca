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

/** The desk of that page. "You" in a question is read as "Verbatim", and its answers are kept as a talk of their own, so that the talk about a text goes on as before. */
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
