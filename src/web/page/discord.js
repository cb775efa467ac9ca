import { DiscordActionRow } from '@skyra/discord-components-core/dist/components/discord-action-row/DiscordActionRow.js';
import { DiscordAuthorInfo } from '@skyra/discord-components-core/dist/components/discord-author-info/DiscordAuthorInfo.js';
import { DiscordButton } from '@skyra/discord-components-core/dist/components/discord-button/DiscordButton.js';
import { DiscordCommand } from '@skyra/discord-components-core/dist/components/discord-command/DiscordCommand.js';
import { DiscordMention } from '@skyra/discord-components-core/dist/components/discord-mention/DiscordMention.js';
import { DiscordMessage } from '@skyra/discord-components-core/dist/components/discord-message/DiscordMessage.js';
import { DiscordMessages } from '@skyra/discord-components-core/dist/components/discord-messages/DiscordMessages.js';
import { DiscordQuote } from '@skyra/discord-components-core/dist/components/discord-quote/DiscordQuote.js';
import { DiscordReply } from '@skyra/discord-components-core/dist/components/discord-reply/DiscordReply.js';
import { DiscordSubscript } from '@skyra/discord-components-core/dist/components/discord-subscript/DiscordSubscript.js';
import { DiscordTime } from '@skyra/discord-components-core/dist/components/discord-time/DiscordTime.js';

/** What looks like Discord. Its small print is paler than is easily read: it gets the colours of the page. */
const used = [
  ...[DiscordMessages, DiscordMessage, DiscordReply, DiscordCommand, DiscordAuthorInfo, DiscordMention],
  ...[DiscordQuote, DiscordSubscript, DiscordTime, DiscordActionRow, DiscordButton],
];

const readable = new CSSStyleSheet();
readable.replaceSync(`
  .discord-message-timestamp, .discord-message-edited, small, .discord-replied-message-username { color: var(--faint) !important; opacity: 1; }
  .discord-author-username { color: var(--strong) !important; }
  .discord-slash-command-name, .discord-slash-command-name * { color: var(--link) !important; background-color: var(--raised) !important; }
  .discord-quote-divider { flex-shrink: 0; }
  button.secondary { min-width: 0 !important; margin-right: 6px !important; padding: 2px 12px !important; background-color: var(--button) !important; color: var(--on-button) !important; }
  button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
`);
for (const one of used) one.elementStyles?.push(readable);
