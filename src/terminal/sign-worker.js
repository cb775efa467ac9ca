// The thread that shows that something is being done: its sign moves while the other thread reads a large text and can't be bothered.
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

/** @type {{ fd: number, state: Int32Array, texts: readonly string[], after: number }} */
const { fd, state, texts, after } = workerData;
const [WANTED, SHOWN] = [0, 1];

/** How long each number of dots is shown, in milliseconds. */
const PACE = 300;

for (;;) {
  Atomics.wait(state, WANTED, 0);
  const wanted = Atomics.load(state, WANTED);
  if (wanted === 0 || Atomics.wait(state, WANTED, wanted, after) !== 'timed-out') continue;
  Atomics.store(state, SHOWN, 1);
  for (let dots = 1; Atomics.load(state, WANTED) === wanted; dots = (dots % 3) + 1) {
    write(`\r${texts[wanted - 1]} ${'.'.repeat(dots)}\u001b[K`);
    Atomics.wait(state, WANTED, wanted, PACE);
  }
  write('\r\u001b[K');
  Atomics.store(state, SHOWN, 0);
  Atomics.notify(state, SHOWN);
}

/** @param {string} text */
function write(text) {
  try {
    writeSync(fd, text);
  } catch {
    // the window is closed, or has no room just now
  }
}
