import { field } from './headlines.ts';
import { isExactMoment } from './moments.ts';

/** "klimperliese · Sat 21:50", "Anna B., 3 days ago", "Tom — Today at 10:02": a line that says who wrote what is below it, and when. */
export function isSigned(line: string): boolean {
  if (line.length > 80 || !/\d/.test(line) || field(line)) return false;
  const [, moment = ''] = /^.{2,40}?\s?[·|,•@–—-]\s?([^·|•@]{2,30})$/.exec(line) ?? [];
  return /^\d{1,2} \p{L}{3,8} ago$/u.test(moment) || (isExactMoment(moment) && /\d/.test(moment));
}
