/** "/who said it" → who, "said it". A line without a slash is a question: ask. */
export function parseLine(line: string): { name: string; text: string } {
  const [, name, text] = /^\s*\/(\S*)\s*(.*)$/s.exec(line) ?? [];
  return name === undefined ? { name: 'ask', text: line } : { name: name.toLowerCase(), text: text ?? '' };
}

/** "short about Damascus" → short, "Damascus": what is chosen behind a command, and what is typed. */
export function parseChoice(text: string, of: readonly string[]): { text: string; choice?: string } {
  const [first = '', ...others] = text.trim().split(/\s+/);
  const choice = of.find((one) => one === first.toLowerCase());
  const typed = (choice === undefined ? text.trim() : others.join(' ')).replace(/^about\s+/i, '');
  return { text: typed, ...(choice !== undefined && { choice }) };
}
