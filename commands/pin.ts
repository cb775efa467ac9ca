import { tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { propose } from './card.ts';
import { type Command, PINNERS } from './command.ts';
import { asItStands, sayWhetherOutdated } from './outdated.ts';
import { unpublish } from './publish.ts';
import { lengthOf, summary } from './summary.ts';

/** Shows the summary that would be pinned: a new one, or the card that the channel has. */
export const pinSummary = {
  name: 'pin summary',
  description: wording.commands.pinSummary,
  choice: summary.choice,
  option: summary.option,
  ...PINNERS,
  texts: 'one',
  slow: true,
  run: async ({ text, choice, article, ...here }, desk, library) => {
    const topic = text.trim();
    if (here.channel) await sayWhetherOutdated(here.place.channel, here.channel, library);
    const card = await desk.moderation.cards.of(here.place.channel);
    const now = card && (await asItStands(card, library));
    const changed = card !== undefined && now === undefined;
    const asksForNone = choice === undefined && topic === '' && (article === undefined || now?.desk === desk);
    if (now && asksForNone) return propose(here, now.card.sentences, now.card.topic, now.desk);
    const sentences = desk.summarise(lengthOf(choice), topic);
    if (sentences.length === 0) return tell(wording.nothingAbout(topic));
    return propose(here, sentences, topic, desk, changed ? wording.outdated : '');
  },
} satisfies Command;

export const pinRemove = {
  name: 'pin remove',
  description: wording.commands.pinRemove,
  ...PINNERS,
  slow: true,
  run: (here, desk) => unpublish(here, desk),
} satisfies Command;
