/** Only who used a command or a button sees it. */
export const EPHEMERAL = 1 << 6;
/** "… is thinking": an answer that is still to come. */
export const LOADING = 1 << 7;
export const SUPPRESS_EMBEDS = 1 << 2;
