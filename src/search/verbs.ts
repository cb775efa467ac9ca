import { isEnglish } from './english.ts';
import { IRREGULAR } from './words.ts';

/** The base of a verb in the past, as far as it can be told: began → begin, stopped → stop; undefined for other words. */
export function baseOf(form: string): string | undefined {
  const irregular = IRREGULAR.get(form);
  if (irregular !== undefined) return NO_PAST.test(form) || NO_VERB.test(irregular) ? undefined : irregular;
  const [, closed] = /^([a-z]{2,}e)d$/.exec(form) ?? [];
  if (closed === undefined || !isEnglish(form)) return undefined;
  const open = closed.slice(0, -1);
  return [closed, open, open.replace(/(.)\1$/, '$1'), open.replace(/i$/, 'y')].find((one) => one.length > 2 && isEnglish(one));
}

/** Plurals, and forms of the present. */
const NO_PAST = /(?:s|men|children|people|feet|ying)$/;

/** Bases that are no verbs: the numbers and the other spellings. */
const NO_VERB = /^(?:\d+|be|gray|tire|airplane|mohammed|hussein|ahmed|gaddafi|osama|quran|kiev)$/;
