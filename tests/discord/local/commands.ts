import { ADMINISTRATOR, allows } from './permissions.ts';
import type { Channel, Registered, World } from './world.ts';

type Options = Readonly<Record<string, string | number | boolean>>;

/** What the client knows of an option's type. */
const VALUE: Record<number, (value: unknown) => boolean> = {
  3: (value) => typeof value === 'string',
  4: (value) => Number.isSafeInteger(value),
  5: (value) => typeof value === 'boolean',
  11: (value) => typeof value === 'string', // the id of a file
};

/** The commands that the client offers to somebody: slash commands (1), or the ones in a message's menu (3). */
export function offered(world: World, { guild }: Channel, kind: 1 | 3, permissions: bigint): Registered[] {
  if (guild && !world.guilds.includes(guild)) return [];
  const registered = [...(world.commands.get('global') ?? []), ...(guild ? (world.commands.get(guild.id) ?? []) : [])];
  return registered.filter(
    (one) => (one.type ?? 1) === kind && one.contexts?.includes(guild ? 0 : 1) && (!guild || mayUse(one, permissions)),
  );
}

/** What a command asks for by default; for none at all, it is there for administrators alone. */
function mayUse({ default_member_permissions: needs = null }: Registered, permissions: bigint): boolean {
  return needs === null || allows(permissions, BigInt(needs) || ADMINISTRATOR);
}

/** A command that has others behind its name, each a word. */
const SUBCOMMAND = 1;

/**
 * The options of a slash command as the client sends them.
 * @param behind the word behind its name, of a command that has such
 * @throws where it would not
 */
export function optionsOf(command: Pick<Registered, 'name' | 'options'>, given: Options, behind?: string): object[] {
  const { name, options: known = [] } = command;
  const subcommands = known.filter(({ type }) => type === SUBCOMMAND);
  const chosen = subcommands.find((one) => one.name === behind);
  if (chosen) return [{ name: chosen.name, type: SUBCOMMAND, options: optionsOf(chosen, given) }];
  if (subcommands.length > 0 || behind !== undefined) throw new Error(`there is no /${name} ${behind}`);
  for (const { name: option, required } of known) if (required && given[option] === undefined) throw new Error(`/${name} needs ${option}`);
  return Object.entries(given).map(([option, value]) => {
    const one = known.find((other) => other.name === option);
    if (!one || !VALUE[one.type]?.(value)) throw new Error(`/${name} does not take ${option}: ${value}`);
    if (one.choices && !one.choices.some((choice) => choice.value === value)) throw new Error(`${option} can not be ${value}`);
    if (typeof value === 'string' && value.length > (one.max_length ?? 6000)) throw new Error(`${option} is too long`);
    if (typeof value === 'number' && value < (one.min_value ?? 0)) throw new Error(`${option} is too small`);
    return { name: option, type: one.type, value };
  });
}
