import type { Typed } from '../chat/run-command.ts';

/** What the page sends with a request. Each kind of request uses some of it. */
export interface Asked {
  /** A command's. */
  readonly name: string;
  /** What was typed: a message, or into a form. */
  readonly text: string;
  /** The id of the message that it is about. */
  readonly message: string | undefined;
  readonly customId: string;
  readonly by: 'button' | 'menu' | 'form';
  readonly values: readonly string[];
  /** What is set behind a command, by the options' names. */
  readonly set: Readonly<Record<string, string>>;
  readonly typed: Typed;
}

/** Whatever the page sends, what is read of it has its type. @throws SyntaxError where it is no JSON */
export function readAsked(body: Buffer): Asked {
  const given: Record<string, unknown> = objectOf(body.length > 0 ? JSON.parse(body.toString()) : {});
  const typed = objectOf(given.typed);
  return {
    name: textOf(given.name),
    text: textOf(given.text),
    message: typeof given.message === 'string' && given.message !== '' ? given.message : undefined,
    customId: textOf(given.customId),
    by: given.by === 'menu' || given.by === 'form' ? given.by : 'button',
    values: Array.isArray(given.values) ? given.values.map(textOf) : [],
    set: Object.fromEntries(Object.entries(objectOf(given.set)).map(([name, value]) => [name, textOf(value)])),
    typed: { option: textOf(typed.option), value: textOf(typed.value), article: textOf(typed.article) },
  };
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
