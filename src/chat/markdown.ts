/**
 * A text that Discord shows as it stands: nothing in it is read as Markdown, a mention, a link, an emoji or a time. In front of a mark,
 * Discord takes a backslash for the sign to leave it alone, and doesn't show it. Line ends become `\n`, which is what Discord keeps.
 * A link needs its colon, and an invitation (`discord.gg/…`) its slash.
 */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\*_~`|<>[\]()@/]/g, '\\$&')
    .replace(/:(?=\S)/g, '\\:')
    .replace(/(^|\n)([^\S\n]*)([#+-]|\d+(?=[.)]))/g, (_, start, space, mark) =>
      /\d/.test(mark) ? `${start}${space}${mark}\\` : `${start}${space}\\${mark}`,
    );
}

/** The text that `escaped` made this of. */
export function unescaped(markdown: string): string {
  return markdown.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

/** Markdown as a block quote: each line behind its mark. */
export function quoted(markdown: string): string {
  return markdown.replace(/^|\n/g, '$&> ');
}

/** Markdown in small print: each line behind its mark. */
export function small(markdown: string): string {
  return markdown.replace(/^|\n/g, '$&-# ');
}
