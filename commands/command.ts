import type { Desk } from '../src/desk.ts';
import type { ActionName, Offer, Reply } from '../src/reply.ts';

export type Surface = 'terminal' | 'discord';

/** What somebody asks of a command. */
export interface Request {
  /** What was typed behind it: its option. */
  readonly text: string;
  /** Whether the answer is wanted for who asks alone. */
  readonly private: boolean;
  readonly surface: Surface;
}

export interface Command {
  /** Without the slash. */
  readonly name: string;
  readonly description: string;
  /** What may be typed behind it; `required` where it makes no sense without. */
  readonly option?: { readonly name: 'question' | 'page'; readonly required: boolean };
  /** Whether who asks may choose to be the only one who sees the answer. */
  readonly privacy?: 'chosen';
  /** Where there is no other place for it. */
  readonly only?: Surface;
  run(request: Request, desk: Desk): Reply;
  /** What could be typed behind it, the likeliest first. */
  suggest?(typed: string, desk: Desk): readonly string[];
}

/** What somebody does with a message of the bot. */
export interface Press {
  /** Of the offer that was taken. */
  readonly args: readonly number[];
  readonly surface: Surface;
  readonly message: {
    /** What it says, as its surface wrote it. */
    readonly content: string;
    /** Its offers, but for those about an article that has changed since. */
    readonly offers: readonly Offer[];
  };
  /** Whether who presses may take the message away: they asked for it, or may manage messages there. */
  readonly mayDelete: boolean;
}

/** What can be done next with a reply. */
export interface Action {
  readonly name: ActionName;
  /** On its button. */
  readonly label: string;
  /** In the terminal's help. */
  readonly description?: string;
  readonly only?: Surface;
  /** The replies, in the order in which they are to happen; undefined where its arguments point at nothing. */
  run(press: Press, desk: Desk): Reply | readonly Reply[] | undefined;
}
