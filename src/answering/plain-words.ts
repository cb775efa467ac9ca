import { smallTalk } from './small-talk.ts';

/**
 * The command that plain words mean, as it would be typed: "tl;dr" is "/summary short", "bye" is "/quit". Undefined where they may ask something
 * of the article: "What does the summary say?"
 */
export function commandMeant(typed: string): string | undefined {
  if (typed.length > LONGEST) return undefined;
  const talk = smallTalk(typed);
  if (talk === 'help') return '/help';
  if (talk === 'goodbye') return '/quit';
  const text = typed
    .trim()
    .replace(/\btl[;:,/ ]*dr\b/gi, 'tldr')
    .replace(/[,.!?…]+(?=\s|$)/g, '')
    .replace(/\s+/g, ' ');
  const found = (SUM_UP.exec(text) ?? SUMMARY.exec(text))?.groups;
  if (!found) return undefined;
  const { how = '', topic } = found;
  const length = SHORT.test(how) ? ' short' : LONG.test(how) ? ' long' : '';
  return `/summary${length}${topic ? ` about ${topic}` : ''}`;
}

/** Nobody says such a thing in more UTF-16 units. */
const LONGEST = 200;

const SHORT = /\b(?:short|quick|brief|briefly|tldr|gist|nutshell)\b/i;
const LONG = /\b(?:long|detailed)\b/i;

const BEFORE = '(?:(?:hi|hey|hello|ok|okay|so|now|then|and|just|please|pls|verbatim|(?:can|could|would|will) you) )*';
const AFTER = '(?: (?:please|pls|now|then|again|thanks|for (?:me|us)|short|medium|long|briefly|in (?:short|brief|a nutshell)))*';
const PIECE = '(?:article|text|story|page|document|piece|post|thread|transcript|interview|whole thing)';
const IT = `(?:this(?: (?!(?:for|in|about|on)\\b)[a-z]+)?|it|that|all|everything|(?:all of )?the (?:(?:whole|entire|full) )?${PIECE})`;
const ABOUT = '(?:about|on|regarding|concerning)';
/** In front of a topic. */
const PART = `(?:(?:(?:only |just )?(?:the |this |that )?(?:parts?|sections?|bits?|passages?) (?:${ABOUT}|of|with)|what ${IT} says ${ABOUT}|${ABOUT}) )`;

/** "Summarise", "sum it up please", "recap the part about refugees": `how` may say how long, `topic` what it is to be about. */
const SUM_UP = whole(
  `(?<how>${BEFORE}(?:sum{1,2}[ae]ri[sz]e|recap|tldr|sum up|sum(?= .*up\\b))(?: ${IT})?(?: up)?${AFTER})`,
  `(?: ${PART}?(?<topic>.+?))?`,
);

/** "Summary", "give me a short summary of the article", "what's the gist?" */
const SUMMARY = whole(
  `(?<how>${BEFORE}(?:(?:give|show|get|make|write|i want|i need|i would like|i'?d like|can i have|what is|what'?s|what are)(?: me| us)? )?`,
  '(?:a |an |the )?(?:(?:very )?(?:short|quick|brief|medium|long|detailed) )?(?:sum{1,2}[ae]r+y|recap|tldr|gist|main points|key points)',
  `(?: of ${IT})?${AFTER})(?: (?:(?:of )?${PART}|of )(?<topic>.+?))?`,
);

function whole(...parts: string[]): RegExp {
  return new RegExp(`^${parts.join('')}(?: (?:please|pls))*$`, 'i');
}
