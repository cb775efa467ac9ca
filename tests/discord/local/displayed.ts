import { parse } from 'discord-markdown-parser';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly name?: string;
}

/** What Discord's client shows of a message. */
export interface Displayed {
  /** Block quotes: one for each run of lines behind the mark. */
  readonly quotes: readonly string[];
  /** Lines of small print. */
  readonly small: readonly string[];
  /** Lines outside of both. */
  readonly lines: readonly string[];
  readonly bold: readonly string[];
  /** Anything else: links, mentions, headings, spoilers … */
  readonly others: readonly string[];
}

const PLAIN = new Set(['text', 'br', 'newline', 'strong', 'blockQuote', 'subtext', 'twemoji']);

/** Reads a message as Discord's client does, by another's parser of Discord's Markdown. Lists, which that doesn't know, are looked for here. */
export function displayed(content: string): Displayed {
  // The parser forgets behind a block quote that a line begins: each part gets a parse of its own.
  const parts = content.match(/(?:^> .*\n?)+|^.*\n?/gm)?.filter(Boolean) ?? [];
  const nodes = parts.flatMap((part) => parse(part.replace(/\n$/, ''), 'extended') as unknown as Node[]);
  const everything = all(nodes);
  const outside = parts
    .map((part) => parse(part.replace(/\n$/, ''), 'extended') as unknown as Node[])
    .filter(([first]) => first && !isBlock(first));
  const lists = parts.filter((part) => /^(?:> |-# )?\s*(?:[-+*]|\d+\.)\s/m.test(part)).map(() => 'list');
  return {
    quotes: nodes.filter(({ type }) => type === 'blockQuote').map((one) => textOf([one]).replace(/\n$/, '')),
    small: nodes.filter(({ type }) => type === 'subtext').map((one) => textOf([one])),
    lines: outside.map(textOf).filter((line) => line.trim() !== ''),
    bold: everything.filter(({ type }) => type === 'strong').map((one) => textOf([one])),
    others: [...everything.filter(({ type }) => !PLAIN.has(type)).map(({ type, target }) => `${type} ${target ?? ''}`.trim()), ...lists],
  };
}

function isBlock({ type }: Node): boolean {
  return type === 'blockQuote' || type === 'subtext';
}

function all(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((one) => [one, ...(typeof one.content === 'object' ? all(one.content) : [])]);
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map(({ type, content, target, name }) => {
      if (type === 'twemoji') return name ?? '';
      if (type === 'br' || type === 'newline') return '\n';
      if (type === 'autolink' || type === 'url') return target ?? '';
      return typeof content === 'string' ? content : textOf(content ?? []);
    })
    .join('');
}
