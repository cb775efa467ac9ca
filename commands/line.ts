import { commandMeant } from '../src/answering/plain-words.ts';
import { type Reply, tell } from '../src/reply.ts';
import { nearest } from '../src/search/spelling.ts';
import type { SurfaceName } from '../src/surface.ts';
import { wording } from '../src/wording.ts';
import type { Command } from './command.ts';

/** "/who said it" → who, "said it"; "tl;dr" → summary, "short". Any other line is a question: ask. */
export function parseLine(line: string): { name: string; text: string } {
  const [, name, text] = /^\s*\/(\S*)\s*(.*)$/s.exec(commandMeant(line) ?? line) ?? [];
  return name === undefined ? { name: 'ask', text: line } : { name: name.toLowerCase(), text: text ?? '' };
}

/** "short about Damascus" → short, "Damascus": what is chosen behind a command, and what is typed. */
export function parseChoice(text: string, of: readonly string[]): { text: string; choice?: string } {
  const [first = '', ...others] = text.trim().split(/\s+/);
  const choice = of.find((one) => one === first.toLowerCase());
  const typed = (choice === undefined ? text.trim() : others.join(' ')).replace(/^about\s+/i, '');
  return { text: typed, ...(choice !== undefined && { choice }) };
}

/** The command that a line is for, and what is asked of it. What needs a permission is not done so. */
export function commandIn(
  line: string,
  commands: readonly Command[],
  surface: SurfaceName,
): { command: Command; text: string; choice?: string } | undefined {
  const { name, text } = parseLine(line);
  const command = commands.find(({ only = surface, ...one }) => one.name === name && only === surface && !one.needs);
  return command && { command, ...(command.choice ? parseChoice(text, command.choice.of) : { text }) };
}

/** That there is no such command, and which one may be meant. */
export function noSuchCommand(name: string, names: readonly string[]): Reply {
  const meant = nearest(name, names, 0.5) ?? names.find((other) => name !== '' && other.startsWith(name));
  return tell(wording.noSuchCommand(`/${name}`, meant && `/${meant}`));
}
