import type { ModelReader } from './reading/model-reader.ts';

/** Ends the process, as soon as the model has read what it is reading: a thread that is ended while it computes takes the process with it. */
export async function leave(code: number, reader: ModelReader | undefined): Promise<never> {
  await reader?.close();
  process.exit(code);
}

/** Ends the process where nobody listens any more: quietly where the other end has closed. */
export function leaveWhereNobodyListens(reader: () => ModelReader | undefined): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => leave(error.code === 'EPIPE' ? 0 : 1, reader()));
}
