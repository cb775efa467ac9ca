import { reply } from '../src/reply.ts';
import { wording } from '../src/wording.ts';
import type { Action, Command } from './command.ts';

/** Help on all commands and actions: made by the list of them. */
export function helpOn(commands: readonly Command[], actions: readonly Action[]): Command {
  const help: Command = {
    name: 'help',
    description: wording.commands.help,
    run: (_request, desk) =>
      reply([
        { kind: 'words', text: wording.help(desk.suggestions(1)[0]) },
        { kind: 'terms', terms: [...commands, ...actions, help].map((one) => [usage(one), one.description] as const) },
      ]),
  };
  return help;
}

function usage(one: Command | Action): string {
  const option = 'option' in one ? one.option : undefined;
  return `/${one.name}${option ? (option.required ? ` ${option.name}` : ` [${option.name}]`) : ''}`;
}
