/** Abbreviations that a sentence never ends with: something must follow ("Dr. Smith", "No. 5"). */
const NEVER_LAST = words(`
  adm asst brig capt cmdr col comdr cpl dr drs fr gen gov hon insp lt maj messrs mgr mlle mme mr mrs ms msgr mt mx pfc
  pres prof pvt rep reps rev sen sens sgt st supt ste cf eg ie vs viz fig figs vol vols op approx est ca`);

/** Abbreviations that a number follows, or a sentence ends there. */
const BEFORE_NUMBER = words('no nos p pp pg c');

/** Abbreviations that may end a sentence: whether they did, the next word tells. */
const MAYBE_LAST = words(`
  ave bldg blvd bros calif co corp conn corp dept dist etc ext fla ft ga ill inc ind jr kan la lb ltd mass md mich minn
  mo okla ore oz pa plc rd sq sr tenn tex univ va wash wis jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed
  thu thur thurs fri sat sun am pm al`);

/** Words that open a sentence far more often than they go on after an abbreviation. */
const OPENERS = words(`
  a after all also although an and another as at because before both but by despite during each even for from he her
  here his how however i if in instead it its last many meanwhile more most my neither no nobody nor not now on once one
  only or other others our over she since so some still such that the their then there these they this those though
  three through thus to today tomorrow two under until we what when where while who why with yesterday yet you your`);

/**
 * Whether a full stop is a part of an abbreviation or an initial, and the sentence goes on behind it.
 * @param before what stands before the boundary, white space at its end cut; its last 40 units are enough
 * @param after what follows
 */
export function goesOn(before: string, after: string): boolean {
  const last = /(?:^|[\s([{"'“‘,;:—–-])((?:\p{L}\.)+|\p{L}[\p{L}.]*?\.)$/u.exec(before)?.[1];
  if (last === undefined) return false;
  const word = last.toLowerCase().replaceAll('.', '');
  const next = /^["'“‘([]*([\p{L}\p{N}]+)/u.exec(after)?.[1] ?? '';
  if (BEFORE_NUMBER.has(word)) return /^\p{N}/u.test(next);
  if (last === 'v.') return true; // "Roe v. Wade"
  if (NEVER_LAST.has(word)) return /^[A-Z]/.test(last) || last.length > 2;
  const initials = /^(?:\p{Lu}\.)+$/u.test(last) && last !== 'I.';
  return (initials || MAYBE_LAST.has(word)) && next !== '' && !OPENERS.has(next.toLowerCase());
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
