import { reply } from '../src/reply.ts';
import type { SurfaceName } from '../src/surface.ts';
import { wording } from '../src/wording.ts';
import type { Action, Command } from './command.ts';

/** Help on all commands and actions: made by the list of them. */
export function helpOn(commands: readonly Command[], actions: readonly Action[]): Command {
  const help: Command = {
    name: 'help',
    description: wording.commands.help,
    run: ({ surface, place }, desk) => {
      const here = [...commands, ...(surface === 'terminal' ? actions : []), help].filter(
        ({ only = surface, ...one }) => only === surface && (place.guild !== undefined || !('needs' in one)),
      );
      return reply(
        [
          { kind: 'words', text: wording.help[surface](desk.suggestions(1)[0]) },
          { kind: 'terms', terms: here.map((one) => [usage(one, surface), one.description ?? ''] as const) },
        ],
        [],
        'asker',
      );
    },
  };
  return help;
}

function usage(one: Command | Action, surface: SurfaceName): string {
  const { option, also, choice, privacy }: Partial<Command> = 'option' in one || 'choice' in one ? one : {};
  if ('kind' in one) return wording.inMenu(one.name);
  const parts = [
    `/${one.name}`,
    ...(choice ? [`[${choice.name}]`] : []),
    ...(option ? [option.required ? option.name : `[${option.name}]`] : []),
    ...(also ? [`[${also.name}${surface === 'terminal' ? ` ${wording.words}` : ''}]`] : []),
    ...(privacy && surface === 'discord' ? ['[private]'] : []),
  ];
  return parts.join(' ');
}
