/** What is looked at. */
export type Check =
  | 'Node'
  | 'settings'
  | 'article'
  | 'model'
  | 'data'
  | 'disk'
  | 'network'
  | 'clock'
  | 'token'
  | 'gateway'
  | 'application'
  | 'intents'
  | 'servers'
  | 'permissions'
  | 'commands';

/** What was found. */
export interface Finding {
  readonly check: Check;
  /** What was not checked doesn't apply, or can't be known before something else is mended. */
  readonly state: 'fine' | 'wrong' | 'not checked';
  /** How it is, and where it is wrong, what to do. */
  readonly says: string;
}

export const fine = (check: Check, says: string): Finding => ({ check, state: 'fine', says });
export const wrong = (check: Check, says: string): Finding => ({ check, state: 'wrong', says });
export const notChecked = (check: Check, says: string): Finding => ({ check, state: 'not checked', says });
