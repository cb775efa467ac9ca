/** Only who used a command or a button sees it. */
export const EPHEMERAL = 1 << 6;
/** "… is thinking": an answer that is still to come. */
export const LOADING = 1 << 7;
export const SUPPRESS_EMBEDS = 1 << 2;

/** Whether a message stands for an answer that is awaited still. */
export function isLoading({ flags, deleted }: { flags: number; deleted: boolean }): boolean {
  return (flags & LOADING) !== 0 && !deleted;
}
