import type { Command } from '../../commands/command.ts';
import { LONGEST_QUESTION } from '../answering/question.ts';
import { wording } from '../wording.ts';

/** What can be set behind a command. */
export interface Option {
  readonly name: keyof typeof wording.options;
  readonly kind: 'text' | 'number' | 'switch' | 'file' | 'choice';
  readonly required: boolean;
  readonly description: string;
  /** Of a choice. */
  readonly choices?: readonly string[];
  /** How long a text may be at most, in UTF-16 units. */
  readonly longest?: number;
  /** Whether something is suggested while it is typed. */
  readonly suggests?: boolean;
}

/** The options of a command, in the order in which they are offered. */
export function optionsOf({ option, also, choice, privacy, suggest, texts, file }: Command): Option[] {
  const described = (name: Option['name'], required = false) => ({ name, required, description: wording.options[name] });
  const text = { kind: 'text', longest: LONGEST_QUESTION } as const;
  const title = (required: boolean) => ({ ...described('article', required), kind: 'text', suggests: true }) as const;
  const isPage = option?.name === 'page';
  return [
    ...(texts === 'named' ? [title(true)] : []),
    ...(file ? [{ ...described('file'), kind: 'file' } as const] : []),
    ...(choice ? [{ ...described(choice.name), kind: 'choice', choices: choice.of } as const] : []),
    ...(option && !isPage ? [{ ...described(option.name, option.required), ...text, suggests: suggest !== undefined }] : []),
    ...(isPage ? [{ ...described('page', option.required), kind: 'number' } as const] : []),
    ...(also ? [{ ...described(also.name), ...text }] : []),
    ...(texts === 'one' || texts === 'all' ? [title(false)] : []),
    ...(privacy ? [{ ...described('private'), kind: 'switch' } as const] : []),
  ];
}
