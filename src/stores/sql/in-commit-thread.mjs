import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteFile } from './sqlite-file.mjs';

// What a CommitThread runs: it says when it is ready; then several writes in, which of them took out; nothing in, and it ends.
const file = openSqliteFile(workerData);
parentPort?.on('message', (/** @type {import('./write.ts').Write[] | null} */ writes) => {
  if (!writes) {
    file.close();
    parentPort?.close();
    return;
  }
  try {
    parentPort?.postMessage({ taken: file.putAll(writes) });
  } catch (error) {
    // The driver's errors are nothing that can be handed over.
    parentPort?.postMessage({ failed: String(/** @type {Error} */ (error).message) });
  }
});
parentPort?.postMessage('ready');
