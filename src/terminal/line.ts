/** "/who said it" → who, "said it". A line without a slash is a question: ask. */
export function parseLine(line: string): { name: string; text: string } {
  const [, name, text] = /^\s*\/(\S*)\s*(.*)$/s.exec(line) ?? [];
  return name === undefined ? { name: 'ask', text: line } : { name: name.toLowerCase(), text: text ?? '' };
}
