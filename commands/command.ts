import type { Kept, Place } from '../src/conversation/conversations.ts';
import type { Desk } from '../src/desk.ts';
import type { Library } from '../src/library/library.ts';
import type { OpenTexts } from '../src/library/open-texts.ts';
import type { ActionName, Offer, Reply } from '../src/reply.ts';
import type { Channel, Permission, SurfaceName } from '../src/surface.ts';

/** Who asks, and where. */
export interface Here {
  readonly surface: SurfaceName;
  readonly place: Place;
  /** What others call who asks. */
  readonly name: string;
  /** When it came in, in milliseconds since 1970. */
  readonly at: number;
  /** What can be done where it is asked; undefined where nothing can. */
  readonly channel?: Channel;
  /** Another channel of the guild, by its id. */
  readonly elsewhere?: (channel: string) => Channel;
}

/** A file that was attached to a message, and where it is. */
export interface File {
  readonly name: string;
  readonly link: string;
}

/** What another person wrote: they may allow that it is taken. */
export interface Theirs {
  /** The message's id. */
  readonly message: string;
  readonly text: string;
  readonly author: { readonly id: string; readonly name: string };
}

/** What somebody asks of a command. */
export interface Request extends Here {
  /** What was typed behind it: its option. */
  readonly text: string;
  /** What was chosen behind it. */
  readonly choice?: string;
  /** The title of the text that it is asked of, as it was typed. */
  readonly article?: string;
  /** The texts that it may be meant of, where there are several; whether the desk's is talked about already, and how to ask which one is meant. */
  readonly among?: { readonly desks: readonly Desk[]; readonly talked: boolean; which(): Reply };
  /** Whether the answer is wanted for who asks alone. */
  readonly private: boolean;
  /** The answer that it goes on from, where that is not the last one in its place; 'nothing' for a new beginning. */
  readonly from?: Kept | 'nothing';
  /** Whether everybody there sees the answer, whatever it is. */
  readonly open?: boolean;
  /** Whether nothing goes on from the answer. */
  readonly unkept?: boolean;
  /** The file that came with it. */
  readonly file?: File;
  /** The texts that who asks has opened, where they are at this machine. */
  readonly opened?: OpenTexts;
  /** Opens a page to go on in a browser, and says where it is; undefined where nobody is at a terminal. */
  readonly openPage?: () => Promise<string>;
  /** What can be taken from the message that a command for messages is used on: its files, and what it says. */
  readonly taken?: { readonly files: readonly File[]; readonly text?: string; readonly theirs?: Theirs };
  /** What a command for messages is used on; undefined where that is none of the bot's. */
  readonly message?: Message;
}

interface Common {
  readonly name: string;
  /** Where there is no other place for it. */
  readonly only?: SurfaceName;
  /** What who asks has to be allowed to do; such things are for servers only. */
  readonly needs?: Permission;
  /** It may take longer than Discord waits: it is acknowledged first. What it replies is for who asks alone. */
  readonly slow?: true;
  /** It reads the article, which takes long where many ask at once. */
  readonly reads?: true;
}

/** Of what those do who manage messages, who manage a server's texts, and who pin. */
export const MANAGERS = { only: 'discord', needs: 'Manage Messages' } as const satisfies Partial<Common>;
export const LIBRARIANS = { only: 'discord', needs: 'Manage Server' } as const satisfies Partial<Common>;
export const PINNERS = { only: 'discord', needs: 'Pin Messages' } as const satisfies Partial<Common>;

export interface Command extends Common {
  /** Without the slash: two words where it is one of several with the same beginning. */
  readonly name: string;
  /** Used on a message, from its menu, and not by typing. */
  readonly kind?: 'message';
  readonly description: string;
  /** What may be typed behind it; `required` where it makes no sense without. */
  readonly option?: { readonly name: 'question' | 'page' | 'about' | 'link' | 'text'; readonly required: boolean };
  /** What may be typed behind its own name, behind that: "/article find words". */
  readonly also?: { readonly name: 'find' };
  /** What may be chosen behind it, in front of what is typed. */
  readonly choice?: { readonly name: 'length' | 'watch'; readonly of: readonly string[] };
  /** Whether who asks may choose to be the only one who sees the answer. */
  readonly privacy?: 'chosen';
  /** Of which texts it can be asked, where a channel talks about several: one of them may be named behind it. 'named': one of the guild's has to be; 'none': it is about no text. */
  readonly texts?: 'one' | 'all' | 'named' | 'none';
  /** A file may come with it. */
  readonly file?: true;
  /** @param desk of the text that it is asked of: the one that is named, or that is talked about */
  run(request: Request, desk: Desk, library: Library): Reply | Promise<Reply>;
  /** What could be typed behind it, the likeliest first. */
  suggest?(typed: string, desk: Desk, opened?: OpenTexts): readonly string[];
}

/** A message of the bot. */
export interface Message {
  readonly id: string;
  /** What it says, as its surface wrote it. */
  readonly content: string;
  /** Its offers, but for those about an article that has changed since. */
  readonly offers: readonly Offer[];
  /** Whether who asked is the only one who sees it. */
  readonly private: boolean;
  /** What it is called: a question, or what an article is. */
  readonly title?: string;
  /** The question that it answers, and what that goes on from. */
  readonly question?: string;
  readonly about?: string;
  /** Whether it says that the article doesn't say. */
  readonly refuses?: boolean;
}

/** What somebody does with a message of the bot. */
export interface Press extends Here {
  /** Of the offer that was taken. */
  readonly args: readonly number[];
  /** What was typed into the form, where the offer comes from one. */
  readonly text: string;
  /** What was chosen, where the offer comes from a menu. */
  readonly chosen: readonly number[];
  readonly message: Message;
  /** The text as it is now: the message may be about an earlier version of it. */
  readonly now: Desk;
  /** Whether who presses may take the message away: they asked for it, or may manage messages there. */
  mayDelete(): Promise<boolean>;
}

export type Replies = Reply | readonly Reply[] | undefined;

/** What can be done next with a reply. */
export interface Action extends Common {
  readonly name: ActionName;
  /** On its button. */
  readonly label: string;
  /** In the terminal's help. */
  readonly description?: string;
  /** Whether it comes with a text that was typed into a form, or with what was chosen in a menu: then it is on no button. */
  readonly takes?: 'text' | 'choice';
  /** Which of its arguments are sentences, by their numbers, and what is chosen with them; none where it isn't said. */
  readonly places?: 'first' | 'all';
  /** What the terminal says where the last reply doesn't offer it. */
  readonly none?: string;
  /** The replies, in the order in which they are to happen; undefined where its arguments point at nothing. */
  run(press: Press, desk: Desk, library: Library): Replies | Promise<Replies>;
}
