/**
 * The first words of a text, as many as there is room for: a pointer to it, not a quote of it.
 * @param most its length in UTF-16 units, with the sign that words are left out
 */
export function firstWords(text: string, most: number): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= most) return line;
  const words = line
    .slice(0, most - 1)
    .replace(/\S*$/, '')
    .trimEnd();
  return `${words || line.slice(0, most - 2).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
