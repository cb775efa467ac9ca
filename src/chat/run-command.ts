import type { Command, Here, Request } from '../../commands/command.ts';
import { titlesFor, type Which, whichText } from '../../commands/which-text.ts';
import type { Place } from '../conversation/conversations.ts';
import type { Library } from '../library/library.ts';
import { ofArticle, type Reply } from '../reply.ts';

/**
 * Does a command, of the text that is meant.
 * @param known that text, where it is known already
 * @param hereOf where it is used, for commands about an article of this fingerprint; undefined where nothing can be done there
 */
export async function runCommand(
  command: Command,
  asked: Request,
  library: Library,
  { known, hereOf }: { readonly known?: Which | undefined; hereOf?(fingerprint: string): Here } = {},
): Promise<Reply> {
  const which = known ?? (await whichText(command, asked, library));
  if (!('desk' in which)) return which;
  const { channel } = hereOf?.(which.desk.fingerprint) ?? {};
  return ofArticle(await command.run({ ...asked, ...(channel && { channel }), ...which }, which.desk, library), which.desk.fingerprint);
}

/** What is being typed behind a command: the name of the option, and what it says so far. */
export interface Typed {
  readonly option: string;
  readonly value: string;
  /** The title of the text that it is asked of, where that is typed already. */
  readonly article: string;
}

/** What could be typed there, the likeliest first. */
export async function suggestedFor(
  command: Command | undefined,
  { option, value, article }: Typed,
  place: Place,
  library: Library,
): Promise<readonly string[]> {
  if (option === 'article') return titlesFor(value, place, library);
  const which = command?.suggest && (await whichText({ name: '' }, { place, text: '', article, private: true }, library));
  return which && 'desk' in which ? (command.suggest?.(value, which.desk) ?? []) : [];
}

/** The command of a name that people may use on a chat's surfaces. */
export function commandNamed(name: string, commands: readonly Command[]): Command | undefined {
  return commands.find((one) => one.name === name && one.only !== 'terminal');
}
