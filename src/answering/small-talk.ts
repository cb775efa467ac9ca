import type { Word } from '../search/words.ts';

/** What a text is that asks nothing of the article: a greeting, thanks and goodbye, or a question to the bot itself. */
export function smallTalk(words: readonly Word[]): 'greeting' | 'thanks' | 'about the bot' | undefined {
  const text = words.map(({ form }) => form).join(' ');
  if (GREETINGS.test(text)) return 'greeting';
  if (THANKS.test(text)) return 'thanks';
  return ABOUT_THE_BOT.test(text) ? 'about the bot' : undefined;
}

const GREETINGS =
  /^(?:hi|hello|hey|hallo|howdy|greetings|good (?:morning|day|afternoon|evening|night))(?: (?:there|bot|verbatim|all|everyone|you))*$/;
const THANKS =
  /^(?:ok |okay |great |cool |nice |many |no )*(?:thanks|thank (?:you|u)|thx|ty|cheers|bye|goodbye|ok|okay|great|cool|nice)(?: (?:so|very|much|a|lot|you|bot|all|that|helps|for|the|help|verbatim))*$/;

const ABOUT_THE_BOT =
  /^(?:(?:who|what) are you|whats your name|what is your name|how are you(?: doing)?(?: today)?|what (?:can|do) you do|are you (?:a |an )?(?:bot|robot|human|person|real|ai)|how (?:do|does) (?:this|it|you) work|help(?: me)?(?: please)?)$/;
