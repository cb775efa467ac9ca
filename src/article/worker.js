// The thread that reads files of strangers. It is plain JavaScript, which a thread can start with, and translates the rest itself.
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

/** @import { Given } from './strangers.ts' */

register();
const { readArticleBytes } = await import('./files.ts');

parentPort?.on('message', async (/** @type {Given} */ { bytes, name, charset }) => {
  parentPort?.postMessage(await readArticleBytes(bytes, name, charset));
});
