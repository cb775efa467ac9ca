import { quote } from '../../src/article/article.ts';
import { wording } from '../../src/wording.ts';
import type { Action } from '../command.ts';

/** How many sentences before and after the quote are shown. */
const AROUND = 2;

/** Shows below the message what stands around its quote. */
export const context = {
  name: 'context',
  places: 'first',
  label: wording.buttons.context,
  description: wording.commands.context,
  run: ({ args: [at = 0], message }, { article }) => {
    const { sentences } = article;
    if (!sentences[at]) return undefined;
    const around = sentences.slice(Math.max(0, at - AROUND), at + AROUND + 1).map(({ index }) => quote(article, index));
    return {
      kind: 'update',
      blocks: [
        { kind: 'as sent', content: message.content },
        { kind: 'words', text: wording.around(quote(article, at)) },
        ...around.map((shown) => ({ kind: 'quote', quote: shown, ...(shown.index === at && { phrase: whole(shown.text) }) }) as const),
      ],
      offers: message.offers.map((offer) => (offer.action === 'context' ? { action: 'hide', args: [at] } : offer)),
    };
  },
} satisfies Action;

/** Shows the message without what stands around its quote. */
export const hide = {
  name: 'hide',
  places: 'first',
  label: wording.buttons.hide,
  only: 'discord',
  run: ({ args: [at = 0], message }, { article }) => {
    const content = withoutContext(message.content);
    if (!article.sentences[at] || content === message.content) return undefined;
    return {
      kind: 'update',
      blocks: [{ kind: 'as sent', content }],
      offers: message.offers.map((offer) => (offer.action === 'hide' ? { action: 'context', args: [at] } : offer)),
    };
  },
} satisfies Action;

/** What a message says without what was shown around its quote. */
export function withoutContext(content: string): string {
  const from = content.lastIndexOf(`\n${wording.aroundIt}`);
  return from < 0 ? content : content.slice(0, from);
}

function whole(text: string) {
  return { start: 0, end: text.length };
}
