import * as schemas from 'discord-api-spec/zod';
import { componentBreaks } from './components.ts';
import { EPHEMERAL, SUPPRESS_EMBEDS } from './flags.ts';
import type { Component } from './world.ts';

const spec = { ...schemas };

/** Keys that discord.js sends though the specification has them only in places. */
const SURPLUS = new Set(['tts', 'enforce_nonce']);

/** What is wrong with a body by Discord's own schema: also keys that it doesn't know. */
export function breaks(schema: string, body: unknown): string[] {
  const parsed = spec[`${schema}Schema`]?.safeParse(body);
  if (!parsed) return [`there is no schema ${schema}`];
  if (!parsed.success) return parsed.error.issues.map(({ path, message }) => `${schema} ${path.join('.')}: ${message}`);
  return unknownKeys(body, parsed.data).map((key) => `${schema}: unknown key ${key}`);
}

function unknownKeys(given: unknown, known: unknown, path = ''): string[] {
  if (Array.isArray(given)) return given.flatMap((one, i) => unknownKeys(one, (known as unknown[])[i], `${path}[${i}]`));
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (SURPLUS.has(key)) return [];
    const same = (known as Record<string, unknown> | undefined)?.[key];
    return same === undefined ? [`${path}.${key}`] : unknownKeys(value, same, `${path}.${key}`);
  });
}

interface MessageData {
  content?: string;
  components?: Component[];
  allowed_mentions?: { parse?: string[]; users?: string[]; roles?: string[]; replied_user?: boolean };
  flags?: number;
}

/** Rules for a message that the schema leaves out. */
export function messageBreaks({ content = '', components = [], allowed_mentions: mentions, flags = 0 }: MessageData): string[] {
  const broken: string[] = [];
  if (content.trim() === '') broken.push('an empty message');
  if (content.length > 2000) broken.push(`a message of ${content.length} characters`); // for some bodies, the schema lets 4,000 pass
  broken.push(...componentBreaks(components));
  const silent = mentions?.parse?.length === 0 && !mentions.users?.length && !mentions.roles?.length && !mentions.replied_user;
  if (!silent) broken.push('a message that may ping');
  if (flags & ~(SUPPRESS_EMBEDS | EPHEMERAL)) broken.push(`flags ${flags}`);
  return broken;
}

interface CommandData {
  name: string;
  type?: number;
  description?: string;
  options?: { name: string; required?: boolean; description: string; type: number; autocomplete?: boolean }[];
  default_member_permissions?: unknown;
}

/** Rules for commands that the schema leaves out. */
export function commandBreaks(commands: readonly CommandData[]): string[] {
  const names = commands.map(({ name, type = 1 }) => `${type} ${name}`);
  return [
    ...(new Set(names).size < names.length ? [`a command twice: ${names}`] : []),
    ...commands.flatMap(({ name, type = 1, description = '', options = [], default_member_permissions: needs }) => [
      ...(type === 1 && !/^[-_\p{Ll}\p{N}]{1,32}$/u.test(name) ? [`a command's name: ${name}`] : []),
      ...(type === 1 && (description.length < 1 || description.length > 100) ? [`/${name}: its description`] : []),
      ...(type === 3 && (description !== '' || options.length > 0) ? [`${name}: a command for messages has a name alone`] : []),
      ...(options.some((one, i) => one.required && options[i - 1]?.required === false)
        ? [`/${name}: a required option behind one that is not`]
        : []),
      ...(needs !== undefined && needs !== null && !(typeof needs === 'string' && /^\d+$/.test(needs))
        ? [`/${name}: default_member_permissions is no number in a string`]
        : []),
    ]),
  ];
}

/** Rules for autocomplete's choices. */
export function choiceBreaks(choices: readonly { name: string; value: string }[]): string[] {
  return [
    ...(choices.length > 25 ? [`${choices.length} choices`] : []),
    ...choices
      .filter(({ name, value }) => name.length < 1 || name.length > 100 || value.length > 100)
      .map(({ name }) => `a choice: ${name}`),
  ];
}
