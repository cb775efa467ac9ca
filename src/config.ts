import { statSync } from 'node:fs';

/** What the host has set. */
export interface Config {
  /** The folder of the articles. */
  readonly contentDir: string;
  /** The file name of the article to use, with or without its extension. */
  readonly article?: string;
}

/** A variable that is wrong, and why. */
export interface BadVariable {
  readonly variable: 'ARTICLE' | 'CONTENT_DIR';
  readonly value: string;
  readonly kind: 'a path' | 'no folder';
}

export type Loaded = { kind: 'config'; config: Config } | { kind: 'bad variables'; variables: readonly BadVariable[] };

/** Reads environment variables: a config, or all that is wrong with them at once. An empty variable counts as unset. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Loaded {
  const variables: BadVariable[] = [];
  const contentDir = env.CONTENT_DIR?.trim() || 'content';
  const article = env.ARTICLE?.trim() || undefined;
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory())
    variables.push({ variable: 'CONTENT_DIR', value: contentDir, kind: 'no folder' });
  if (article && /[/\\]/.test(article)) variables.push({ variable: 'ARTICLE', value: article, kind: 'a path' });
  if (variables.length > 0) return { kind: 'bad variables', variables };
  return { kind: 'config', config: { contentDir, ...(article && { article }) } };
}
