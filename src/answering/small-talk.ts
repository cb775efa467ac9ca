import { wordsOf } from '../search/words.ts';

/** What somebody says who asks nothing of the article. */
export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'remark' | 'help' | 'about the bot';

/** What a text is that asks nothing of the article; undefined where it may ask something. All of it has to be such words: "Who quit?" is a question. */
export function smallTalk(text: string): SmallTalk | undefined {
  const said = wordsOf(text)
    .map(({ form }) => form)
    .join(' ');
  if (said === '') return FACES.test(text.trim()) ? 'remark' : undefined;
  const [kind] = PHRASES.find(([kind, phrases]) => phrases.test(said) && !(text.includes('?') && STATED.has(kind))) ?? [];
  return kind;
}

/** Emojis, and no question mark among them. */
const FACES =
  /^(?:(?![❓❔⁉‼])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Join_Control}\p{Variation_Selector}\s])+$/u;

/** With a question mark behind it, a word of these is a question. */
const STATED: ReadonlySet<SmallTalk> = new Set<SmallTalk>(['goodbye', 'remark']);

const NAMES = 'bot|verbatim|all|everyone|there';
const PLEASE = '(?:(?:hi|hello|hey|ok|okay|please|pls|can you|could you) )*';
const MACHINE =
  '(?:chat ?)?bot|robot|human|person|real|alive|ai|an? ai|llm|(?:large )?language model|machine|(?:chat ?)?gpt(?: \\d+)?|openai|claude|gemini|copilot|llama';
const FINE =
  'nice|great|cool|good|awesome|amazing|perfect|excellent|brilliant|fantastic|interesting|impressive|funny|sweet|neat|wonderful|crazy|sad|true|right|fine|helpful';
const CRY =
  'lo+l|lmf?ao|rofl|xd|(?:ha){2,}h?|(?:he){2,}|wo+w|whoa|omg|hm+|ah+|oh+|aha|ooh|yay|ok|okay|okey|k|kk|sure|yes|yeah|yep|yup|no|nope|nah';
const AGREED = 'i see|got it|understood|alright|never ?mind|nvm|sorry|well done|good to know|makes sense|fair enough|love it|i like it';

/** All in lower case, and without marks. */
const PHRASES: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'greeting',
    whole(
      `(?:hi|hello|hey|hallo|howdy|greetings|good (?:morning|day|afternoon|evening))(?: (?:${NAMES}|you))*`,
      'how are you(?: doing)?(?: today)?',
    ),
  ],
  [
    'goodbye',
    whole(
      `(?:(?:ok|okay|well|thanks|thank you|thx|cheers) )*(?:bye|good ?bye|good ?night|see (?:you|ya)|cya|farewell|quit|exit|q|thats all)(?: (?:bye|then|now|later|soon|for now|thanks|thank you|${NAMES}))*`,
    ),
  ],
  [
    'thanks',
    whole(
      `(?:(?:${FINE}|ok|okay|wow|many|no) )*(?:thanks|thank (?:you|u)|thx|ty|cheers)(?: (?:so|very|much|a|lot|you|that|helps|for|the|help|${NAMES}))*`,
    ),
  ],
  [
    'remark',
    whole(
      `(?:(?:so|very|really|thats|its|well|${CRY}) )*(?:${CRY}|${FINE}|${AGREED})(?: (?:${CRY}|${FINE}|${AGREED}|one|job|answer|then|${NAMES}))*`,
    ),
  ],
  [
    'help',
    whole(
      `${PLEASE}(?:i |we )?(?:need )?(?:some )?help(?: (?:me|us|out|please|pls|here|${NAMES}))*`,
      'what (?:else )?(?:can|do) you do(?: for me| here)?',
      'what can (?:i|we) (?:ask|do)(?: you| here)?',
      'how does this work',
      'how (?:do|can) (?:i|we) use (?:you|this|this bot|verbatim)',
      '(?:(?:list|show)(?: me)? )?(?:the |all |your )*commands',
    ),
  ],
  [
    'about the bot',
    whole(
      '(?:who|what) are you(?: exactly)?',
      'what(?:s| is) your name',
      'how (?:do you|does this bot) work',
      `are you (?:(?:a|an|the|just|really) )*(?:${MACHINE})(?: or (?:a |an )?(?:${MACHINE}))?`,
      'who (?:made|built|created|wrote|programmed|trained) you',
      'what (?:model|ai|llm) (?:are|do) you(?: use)?',
    ),
  ],
];

function whole(...phrases: string[]): RegExp {
  return new RegExp(`^(?:${phrases.join('|')})$`);
}
