import { MENU, menuBreaks } from './menus.ts';
import type { Component, Message } from './world.ts';

const ROW = 1;
const BUTTON = 2;
const LINK = 5;

/** Rules for what is below a message that the schema leaves out. Other components than buttons and menus of texts are not known here yet. */
export function componentBreaks(rows: readonly Component[]): string[] {
  const parts = rows.flatMap(({ components = [] }) => components);
  const ids = parts.flatMap(({ custom_id }) => custom_id ?? []);
  return [
    ...(rows.length > 5 ? ['more than five rows'] : []),
    ...rows.filter(({ type }) => type !== ROW).map(({ type }) => `a component outside of a row: ${type}`),
    ...rows.flatMap(({ components = [] }) => rowBreaks(components)),
    ...(new Set(ids).size < ids.length ? [`a custom_id twice: ${ids}`] : []),
    ...parts.filter(({ type }) => type === BUTTON).flatMap(buttonBreaks),
    ...parts.filter(({ type }) => type === MENU).flatMap(menuBreaks),
  ];
}

function rowBreaks(parts: readonly Component[]): string[] {
  return [
    ...(parts.length > 1 && parts.some(({ type }) => type === MENU) ? ['a menu that shares its row'] : []),
    ...parts.filter(({ type }) => type !== BUTTON && type !== MENU).map(({ type }) => `a component ${type} in a row`),
  ];
}

function buttonBreaks({ label, style, custom_id, url }: Component): string[] {
  return [
    ...(!label || label.length > 80 ? ['a button without a label, or with one that is too long'] : []),
    ...((style === LINK ? custom_id !== undefined || !url : !custom_id || url !== undefined) ? [`what ${label} does`] : []),
  ];
}

/** The buttons below a message, from the first. */
export function buttonsOf({ components }: Pick<Message, 'components'>): Component[] {
  return components.flatMap((row) => row.components ?? []).filter(({ type }) => type === BUTTON);
}
