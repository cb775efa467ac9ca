import { stemOf } from './words.ts';

/** Words that say the opposite of each other, as far as articles set one against the other. */
export const OPPOSITES: readonly (readonly [word: string, opposite: string])[] =
  `above below|accept reject|allow forbid|always never|bad good|before after
  begin end|best worst|better worse|buy sell|close open|decrease increase|different same|earlier later|early late|east west|eastern western|enter leave
  export import|fall rise|female male|first last|gain lose|give receive|high low|highest lowest|internal external|large small|largest smallest|least most
  less more|long short|lose win|lower upper|majority minority|major minor|maximum minimum|negative positive|new old|newer older|north south
  northern southern|oppose support|poor rich|private public|start stop|strong weak|success failure`
    .split(/[|\n]/)
    .map((pair) => {
      const [word = '', opposite = ''] = pair.trim().split(' ');
      return [word, opposite] as const;
    });

const byStem = new Map<string, string[]>();
for (const [a, b] of OPPOSITES)
  for (const [one, other] of [
    [stemOf(a), stemOf(b)],
    [stemOf(b), stemOf(a)],
  ] as const)
    byStem.set(one, [...(byStem.get(one) ?? []), other]);

/** The stems of the words that say the opposite of one with this stem. */
export function oppositesOf(stem: string): readonly string[] {
  return byStem.get(stem) ?? [];
}

const NEGATIONS =
  /^(?:no|not|never|none|neither|nor|without|cannot|cant|wont|didnt|doesnt|dont|isnt|wasnt|werent|arent|hasnt|havent|hadnt|couldnt|wouldnt|unable|nobody|nothing)$/;

/** Whether a form denies what the words around it say. */
export function isNegation(form: string): boolean {
  return NEGATIONS.test(form);
}
