const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

const WRITTEN: readonly RegExp[] = [
  /^(?<year>\d{4})(?:[-/](?<month>\d\d?)(?:[-/](?<day>\d\d?)(?:[t ]+\d\d?:\d\d.{0,30})?)?)?$/s, // with the time of day, in whatever zone: the day is kept as it is written
  /^(?:[a-z]{2,9}\.?,? )?(?<day>\d\d?)(?:st|nd|rd|th)?\.? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})(?:,? \d\d?:\d\d.{0,30})?$/s,
  /^(?:[a-z]{2,9}\.?,? )?(?<month>[a-z]{3,9})\.? (?:(?<day>\d\d?)(?:st|nd|rd|th)?,? )?(?<year>\d{4})(?:,? \d\d?:\d\d.{0,30})?$/s,
];

/** The day, the month or the year of a date as people and programs write it, as `2012`, `2012-07` or `2012-07-21`; undefined where it is no date. */
export function dayOf(date: string): string | undefined {
  const text = date.trim().toLowerCase();
  const written = WRITTEN.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!written) return undefined;
  const { year, month, day } = written;
  const parts = [year, month && (/\d/.test(month) ? month : numberOf(month)), day];
  const known = parts.filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  return exists(known.join('-')) ? known.join('-') : undefined;
}

function numberOf(month: string): string {
  return String(MONTHS.findIndex((name) => name.startsWith(month) || (month === 'sept' && name === 'september')) + 1);
}

function exists(date: string): boolean {
  return !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date); // 31 February would be 2 March
}
