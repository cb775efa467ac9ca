import type { Choice, Component, Message } from './world.ts';

export const MENU = 3;

/** Rules for a menu that the schema leaves out. */
export function menuBreaks({ custom_id, options = [], min_values: least = 1, max_values: most = 1 }: Component): string[] {
  const values = options.map(({ value }) => value);
  return [
    ...(new Set(values).size < values.length ? [`${custom_id}: a value twice: ${values}`] : []),
    ...(least > most || most < 1 || most > options.length ? [`${custom_id}: ${least} to ${most} of ${options.length} options`] : []),
    ...(options.filter((one) => one.default).length > most ? [`${custom_id}: more options are chosen already than may be`] : []),
  ];
}

/** The menus below a message, from the first. */
export function menusOf({ components }: Pick<Message, 'components'>): Component[] {
  return components.flatMap((row) => row.components ?? []).filter(({ type }) => type === MENU);
}

/**
 * What the client sends when options of a menu are chosen, by their labels or how these begin.
 * @throws where the client would not send it
 */
export function choice(message: Message, placeholder: string, labels: readonly string[]) {
  const menus = menusOf(message);
  const menu = menus.find((one) => one.placeholder === placeholder);
  if (!menu?.custom_id) throw new Error(`there is no menu ${placeholder}, only ${menus.map((one) => one.placeholder)}`);
  if (menu.disabled) throw new Error(`${placeholder} is disabled`);
  const { custom_id, options = [], min_values: least = 1, max_values: most = 1 } = menu;
  const values = new Set(labels.map((label) => optionNamed(label, options).value));
  if (values.size < least) throw new Error(`${placeholder} takes at least ${least}`);
  if (values.size > most) throw new Error(`${placeholder} takes at most ${most}`);
  return { component_type: MENU, custom_id, values: [...values] };
}

function optionNamed(name: string, options: readonly Choice[]): Choice {
  const exact = options.filter(({ label }) => label === name);
  const found = exact.length > 0 ? exact : options.filter(({ label }) => label.startsWith(name));
  const [only] = found;
  if (!only || found.length > 1)
    throw new Error(`${found.length} options are called ${name}, of ${JSON.stringify(options.map((o) => o.label))}`);
  return only;
}
