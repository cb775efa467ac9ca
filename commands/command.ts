import type { Kept, Place } from '../src/conversation/conversations.ts';
import type { Desk } from '../src/desk.ts';
import type { ActionName, Offer, Reply } from '../src/reply.ts';

export type Surface = 'terminal' | 'discord';

/** What somebody asks of a command. */
export interface Request {
  /** What was typed behind it: its option. */
  readonly text: string;
  /** What was chosen behind it. */
  readonly choice?: string;
  /** Whether the answer is wanted for who asks alone. */
  readonly private: boolean;
  readonly surface: Surface;
  readonly place: Place;
  /** The answer that it goes on from, where that is not the last one in its place; 'nothing' for a new beginning. */
  readonly from?: Kept | 'nothing';
  /** Whether everybody there sees the answer, whatever it is. */
  readonly open?: boolean;
}

export interface Command {
  /** Without the slash. */
  readonly name: string;
  readonly description: string;
  /** What may be typed behind it; `required` where it makes no sense without. */
  readonly option?: { readonly name: 'question' | 'page' | 'about'; readonly required: boolean };
  /** What may be chosen behind it, in front of what is typed. */
  readonly choice?: { readonly name: 'length'; readonly of: readonly string[] };
  /** Whether who asks may choose to be the only one who sees the answer. */
  readonly privacy?: 'chosen';
  /** Where there is no other place for it. */
  readonly only?: Surface;
  run(request: Request, desk: Desk): Reply | Promise<Reply>;
  /** What could be typed behind it, the likeliest first. */
  suggest?(typed: string, desk: Desk): readonly string[];
}

/** What somebody does with a message of the bot. */
export interface Press {
  /** Of the offer that was taken. */
  readonly args: readonly number[];
  readonly surface: Surface;
  readonly place: Place;
  /** What was typed into the form, where the offer comes from one. */
  readonly text: string;
  readonly message: {
    /** What it says, as its surface wrote it. */
    readonly content: string;
    /** Its offers, but for those about an article that has changed since. */
    readonly offers: readonly Offer[];
    /** Whether who asked is the only one who sees it. */
    readonly private: boolean;
  };
  /** Whether who presses may take the message away: they asked for it, or may manage messages there. */
  readonly mayDelete: boolean;
}

export type Replies = Reply | readonly Reply[] | undefined;

/** What can be done next with a reply. */
export interface Action {
  readonly name: ActionName;
  /** On its button. */
  readonly label: string;
  /** In the terminal's help. */
  readonly description?: string;
  readonly only?: Surface;
  /** Whether it comes with a text that was typed into a form: then it is on no button. */
  readonly takesText?: true;
  /** What the terminal says where the last reply doesn't offer it. */
  readonly none?: string;
  /** The replies, in the order in which they are to happen; undefined where its arguments point at nothing. */
  run(press: Press, desk: Desk): Replies | Promise<Replies>;
}
