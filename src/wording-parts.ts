/** " (page 2 of 3)" */
export function paged(page: number, pages: number): string {
  return pages > 1 ? ` (page ${page} of ${pages})` : '';
}

/** "one, two and three" */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "1 text", "2 texts" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** What somebody typed, as far as a line has room for it. */
export function short(typed: string): string {
  return typed.length > 40 ? `${typed.slice(0, 40)}…` : typed;
}
