import type { Word } from './words.ts';

/** What a text is that asks nothing: a greeting, or thanks and goodbye. */
export function smallTalk(words: readonly Word[]): 'greeting' | 'thanks' | undefined {
  const text = words.map(({ form }) => form).join(' ');
  return GREETINGS.test(text) ? 'greeting' : THANKS.test(text) ? 'thanks' : undefined;
}

const GREETINGS =
  /^(?:hi|hello|hey|hallo|howdy|greetings|good (?:morning|day|afternoon|evening|night))(?: (?:there|bot|verbatim|all|everyone|you))*$/;
const THANKS =
  /^(?:ok |okay |great |cool |nice |many |no )*(?:thanks|thank (?:you|u)|thx|ty|cheers|bye|goodbye|ok|okay|great|cool|nice|lol)(?: (?:so|very|much|a|lot|you|bot|all|that|helps|for|the|help|verbatim))*$/;

/** A question without the words in front of it that ask nothing. */
export function withoutPoliteness(text: string): string {
  return text.replace(POLITE, '').replace(REQUEST, '');
}

/** A greeting or thanks in front of a question. */
const POLITE = /^\s*(?:hi|hello|hey|thanks|thank you|ok|okay)\b[\s,.!]*(?:and\b)?/i;

/** Words in front of a question that say no more than that it is one. */
const REQUEST =
  /^\s*(?:please )?(?:(?:can|could|would) you )?(?:please )?(?:tell me|explain|describe|do you know|i want to know)(?: about| something about)?\b/i;
