/** Who did something, as others call them. Empty where they want nothing kept about them. */
export interface By {
  readonly id: string;
  readonly name: string;
}

export const SOMEBODY: By = { id: '', name: '' };

/** The people whom that names. */
export function personsOf({ id }: By): string[] {
  return id === SOMEBODY.id ? [] : [id];
}

/** Where a moderator does something. */
export interface Where {
  readonly guild: string;
  readonly channel: string;
}

export const DAY = 24 * 60 * 60 * 1000;
