// The thread that reads files of strangers. It is plain JavaScript, which a thread can start with, and translates the rest itself.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

/** @import { ArticleRead } from './files.ts' */
/** @import { Given } from './strangers.ts' */

register();
const { readArticleBytes } = await import('./files.ts');

/** No novel has more, and the bot would stand still while it is handed more. */
const MOST = 25_000;

parentPort?.on('message', async (/** @type {Given} */ { bytes, name, charset }) => {
  parentPort?.postMessage(bounded(await readArticleBytes(bytes, name, charset)));
});

/**
 * @param {ArticleRead} read
 * @returns {ArticleRead}
 */
function bounded(read) {
  if (read.kind !== 'article') return read;
  if (read.article.sentences.length > MOST) return { kind: 'too long', most: MOST, of: 'sentences' };
  return read.article.blocks.length > MOST ? { kind: 'too long', most: MOST, of: 'lines' } : read;
}
