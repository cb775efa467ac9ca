import { isCalendarWord } from '../answering/figures.ts';
import { STOP_WORDS } from '../answering/words.ts';

/**
 * How a question points back at what was said: it wants to know who said it, what else there is, what comes next; asks the same about something
 * else ("instead"); leaves out what it is about ("open"); or stands for it with a pronoun.
 */
export type Pointer = 'speaker' | 'more' | 'next' | 'instead' | 'open' | 'pronoun';

const AND = '(?:and |but |so |ok |okay )*';

/** Words that a question of its own begins with. */
const QUESTION = 'who|whom|whose|where|when|what|why|how|which|is|was|did|does|do|are|were|has|have|had|can|will';

const WHOLE: readonly (readonly [pointer: Pointer, pattern: RegExp])[] = [
  [
    'speaker',
    /(?:(?:who|whos) (?:was it (?:that|who) )?(?:said|says|say|told|tells|claimed|claims|reported|reports|wrote|confirmed)(?: (?:that|this|so|it|them))?|says who|according to (?:whom|who)|who (?:is|was) (?:it|that|the source|the speaker))/,
  ],
  [
    'more',
    /(?:(?:what|anything|something|who|where|when) (?:else|more)|(?:(?:tell|give|show) me )?(?:some )?more(?: please| about (?:it|that|this|him|her|them))?|any more|go on|continue|keep going|say more)(?: (?:did|does|do|has|have|is|was|were) (?:he|she|it|they)(?: (?:say|said|do|did|report|know))?)?/,
  ],
  [
    'next',
    /(?:(?:and )?then|what (?:happened|happens|came|comes|was|is) (?:next|then|after(?: that| this| it)?|afterwards?|later)|(?:then what|what then)|next|(?:and )?after(?: that|wards?)?)/,
  ],
];

const INSTEAD = new RegExp(
  `^(?:(?:what|how) about|(?:and|but)(?: what| how)?(?: about| in| at| on| for| with| from)?(?= (?!(?:${QUESTION})(?: |$))[\\p{L}\\p{N}])) `,
  'u',
);

const PRONOUN = /^(?:he|she|they|him|her|his|hers|them|their|theirs|hes|shes|theyre|himself|herself|themselves)$/;
const THING = /^(?:it|its|this|these|those|there|then|that)$/;

/** How many words in front only ask for the same about something else: two in "what about Damascus". Undefined where none do. */
export function insteadOf(forms: readonly string[]): number | undefined {
  const start = INSTEAD.exec(forms.join(' '))?.[0];
  return start?.trim().split(' ').length;
}

/**
 * @param forms a question's words in lower case
 * @param own how many of them it can be looked up by
 */
export function pointerIn(forms: readonly string[], own: number): Pointer | undefined {
  const text = forms.join(' ');
  const whole = WHOLE.find(([, pattern]) => new RegExp(`^${AND}${pattern.source}$`).test(text));
  if (whole) return whole[0];
  if (own === 0) return forms.some((form) => WHOLE_STORY.test(form)) ? undefined : 'open';
  if (insteadOf(forms) !== undefined) return 'instead';
  if (forms.some((form) => PRONOUN.test(form))) return 'pronoun';
  if (forms.some((form, i) => THING.test(form) && pointsBack(forms, i))) return 'pronoun';
  if (forms.some((form, i) => KIND.test(form) && forms[i - 1] === 'the' && saysNoMore(forms[i + 1]))) return 'pronoun';
  return undefined;
}

/** "What's the story?" */
const WHOLE_STORY = /^(?:story|article|text)$/;

/** "The city", with nothing behind it that says which one. */
const KIND = /^(?:city|town|village|country|state|region|place|building|man|woman|group|company|team|ship|plane|aircraft)$/;

/** Whether nothing behind "the city" says which one: not in "the city of …", "the group that …". */
function saysNoMore(next: string | undefined): boolean {
  return next === undefined || (STOP_WORDS.has(next) && !/^(?:of|that|who|which|where)$/.test(next));
}

/** "It", "this", "that", "there": not in "is there a …", "is it true that …", "said that …", "that they …". */
function pointsBack(forms: readonly string[], i: number): boolean {
  const [before = '', form = '', after = ''] = [forms[i - 1], forms[i], forms[i + 1]];
  if (form === 'that') return after === '' || /^(?:is|was|did|does|about|after|before|since|like|of|in|to|for|with|from|by)$/.test(before);
  if (form === 'there')
    return !/^(?:is|are|was|were|be|been|will|would|has|have)$/.test(before) && !/^(?:is|are|was|were|will|has|have)$/.test(after);
  if (/^th(?:is|ese)$/.test(form) && (isCalendarWord(after) || WHOLE_STORY.test(after))) return false; // "this night" is the article's
  if (form === 'it') return !/^(?:true|say|says|mention|mentions|tell|tells)$/.test(after); // "does it say": the article
  return true;
}
