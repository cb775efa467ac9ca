import { withoutPoliteness } from '../search/politeness.ts';
import { spelledOut } from '../search/shorthand.ts';
import { wordsOf } from '../search/words.ts';
import { smallTalk } from './small-talk.ts';

/** How surely a question asks about the bot, and not what a text says. */
export type AsksTheBot = 'surely' | 'perhaps';

/**
 * Whether a question is one about the bot: surely where nobody would ask a text so; perhaps where it speaks of "you", "this bot", or of what
 * is kept of the person who asks: a text may say that, too ("What do you keep in a barn?").
 */
export function asksTheBot(question: string): AsksTheBot | undefined {
  const text = inThirdPerson(question);
  const said = wordsOf(text)
    .map(({ form }) => form)
    .join(' ');
  if (smallTalk(question) === 'about the bot' || SURELY.test(said)) return 'surely';
  return PERHAPS.test(said) ? 'perhaps' : undefined;
}

/** A question to the bot, as one about it: "What do you keep about me?" → "What does Verbatim keep about me?" */
export function inThirdPerson(question: string): string {
  const text = withoutPoliteness(spelledOut(question)) || question;
  return PERSONS.reduce((said, [you, it]) => said.replace(you, it), text).trim();
}

const PERSONS: readonly (readonly [RegExp, string])[] = [
  [/\bwho are you\b(?=\W*$)/gi, 'what is Verbatim'], // a bot is no person
  [/\bdo you\b/gi, 'does Verbatim'],
  [/\bhave you\b/gi, 'has Verbatim'],
  [/\bare you\b/gi, 'is Verbatim'],
  [/\bwere you\b/gi, 'was Verbatim'],
  [/\byou(?: are|['’]re)\b/gi, 'Verbatim is'],
  [/\byou(?: have|['’]ve)\b/gi, 'Verbatim has'],
  [/\byourself\b/gi, 'itself'],
  [/\byours?\b/gi, "Verbatim's"],
  [/\b(?:you|(?:this|the) bot)\b/gi, 'Verbatim'],
];

const KEEP = '(?:keep|store|save|collect|record|log|remember|know|have|hold|share|sell|use|track|delete|forget|read|see)';
const DATA = '(?:personal |private |chat )?(?:data|info|information|details)';
const MINE = `(?:my (?:${DATA}|questions?|messages?|chats?|name|id|history|conversations?)|what (?:i|we) (?:ask|asked|type|write|say|said|send)(?: (?:you|verbatim))?)`;
const MADE = '(?:made|built|created|wrote|programmed|trained|developed|designed|invented|runs?|owns?|hosts?|maintains?|operates)';
const UP = '(?:things?|stuff|it|this|that|these|them|answers?|facts?|quotes?|sentences?|something|anything)';

/** All in lower case, without marks, and in the third person. */
const SURELY = new RegExp(
  `^(?:${[
    `(?:what|which|how much)(?: kinds? of| sorts? of)?(?: ${DATA})? does verbatim ${KEEP} (?:about|on|of|from) (?:me|us|(?:its |the |verbatims )?users)`,
    `(?:(?:for )?how long |where |when |why )?(?:does|will|can|could|is|did) verbatim (?:ever )?(?:${KEEP}|keeping|storing|recording|logging|reading) (?:any of |all |all of )?${MINE}`,
    `(?:how (?:do|can) (?:i|we)|can (?:i|we)) (?:delete|remove|erase|clear|see|get) (?:all |everything |what |the ${DATA} )?(?:that )?verbatim (?:knows?|keeps?|has|stores?|stored|kept)(?: (?:about|on|of) (?:me|us))?`,
    `(?:can|does|will|could|would|is) verbatim (?:ever |just |only )?(?:hallucinat(?:e|es|ing)|mak(?:e|es|ing) ${UP} up|mak(?:e|es|ing) up ${UP}|invent(?:s|ing)? ${UP})`,
    `(?:who|what company|which company) (?:${MADE}|is behind) verbatim`,
    'how (?:is|was) verbatim (?:made|built|trained|programmed)',
    'how does verbatim (?:work|answer(?: (?:my |the )?questions?)?|find (?:the |its )?(?:answers?|quotes?|sentences?))',
    'what is verbatim(?: for| made of| trained on)?',
    'who is verbatim',
    'is verbatim (?:open ?source|free (?:to use|of charge))',
    'how much does verbatim cost',
    'what(?:s| is| are) verbatims (?:name|licen[cs]e|source code|privacy policy|purpose|limits|limitations)',
    'where(?:s| is) verbatims (?:source code|source|code|privacy policy)',
    'what (?:cant verbatim|can verbatim not|can not verbatim|cannot verbatim) do',
    'is verbatim (?:(?:a|an|the|just|really) )*(?:chat ?bot|bot|robot|ai|human|person|llm|language model|chat ?gpt)',
  ].join('|')})(?: (?:exactly|really|please|pls|then))*$`,
);

const PERHAPS = new RegExp(`\\b(?:verbatims?|my ${DATA}|my (?:questions|messages)|what i (?:ask|asked|type|write)|this bots?)\\b`);
