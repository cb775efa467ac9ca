// The model's thread. It is plain JavaScript, since a thread that has to translate TypeScript first starts later and is larger.
import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** @import { Told, WindowToRead, WorkerData } from './session.ts' */

const { file, threads } = /** @type {WorkerData} */ (workerData);

// On Linux a priority is the thread's own, and that of those it starts: who presses a button is acknowledged while the model computes.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** @param {Told} told */
const tell = (told) => parentPort?.postMessage(told);

try {
  const session = await InferenceSession.create(file, {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    extra: { session: { intra_op: { allow_spinning: '0' } } }, // a thread that waits must not keep others from their work
  });
  parentPort?.on('message', (/** @type {WindowToRead} */ window) => read(session, window).then(tell, failed));
  tell({ kind: 'ready' });
} catch (error) {
  failed(error);
}

/**
 * @param {InferenceSession} session
 * @param {WindowToRead} window
 * @returns {Promise<Told>}
 */
async function read(session, { question, window, markers }) {
  const { scores, phrases } = await session.run({ question: int64(question), window: int64(window), markers: int64(markers) });
  const floats = (/** @type {Tensor | undefined} */ tensor) => /** @type {Float32Array} */ (tensor?.data);
  return { kind: 'read', reading: { scores: floats(scores), phrases: floats(phrases) } };
}

/** @param {readonly number[]} numbers */
function int64(numbers) {
  return new Tensor('int64', BigInt64Array.from(numbers, BigInt), [numbers.length]);
}

/** @param {unknown} error */
function failed(error) {
  tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
}
