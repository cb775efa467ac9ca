import { tell } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import { propose } from './card.ts';
import { type Command, PINNERS } from './command.ts';
import { saysItWrong, sayWhetherOutdated } from './outdated.ts';
import { unpublish } from './publish.ts';
import { lengthOf, summary } from './summary.ts';

/** Shows the summary that would be pinned: a new one, or the card that the channel has. */
export const pinSummary = {
  name: 'pin summary',
  description: wording.commands.pinSummary,
  choice: summary.choice,
  option: summary.option,
  ...PINNERS,
  slow: true,
  run: async ({ text, choice, ...here }, desk) => {
    const topic = text.trim();
    const card = await desk.moderation.cards.of(here.place.channel);
    const changed = card !== undefined && card.article !== desk.fingerprint;
    if (card && here.channel && saysItWrong(card, desk)) await sayWhetherOutdated(card.channel, here.channel, desk);
    if (card && !changed && choice === undefined && topic === '') return propose(here, card.sentences, card.topic, desk);
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
