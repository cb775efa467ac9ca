import { readFileSync } from 'node:fs';
import { wording } from '../wording.ts';
import { IMPORTS } from './files.ts';

/** What tells the browser where the page's code finds its libraries. */
export const IMPORT_MAP = JSON.stringify({ imports: IMPORTS });

/** What is needed before somebody can write. */
const PARTS = ['api.js', 'elements.js', 'composer.js', 'listbox.js', 'dialogs.js', 'message.js'];

/** In the page itself: what is asked for apart comes later. */
const STYLE = readFileSync(new URL('page/style.css', import.meta.url), 'utf8');

const { labels, bot, channel, welcome } = wording.web;

/**
 * The page as it is before its code runs. What it says itself is the bot's own and needs no escaping.
 * @param start what the page would ask first, in JSON, so that it need not
 */
export const htmlWith = (start: object) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${bot}</title>
    <link rel="icon" href="data:,">
    <style>${STYLE}</style>
    <script type="importmap">${IMPORT_MAP}</script>
    ${PARTS.map((name) => `<link rel="modulepreload" href="${name}">`).join('')}
    <script type="module" src="main.js"></script>
  </head>
  <body>
    <script type="application/json" id="start">${JSON.stringify(start).replaceAll('<', '\\u003c')}</script>
    <header>
      <h1>${channel}</h1>
      <button type="button" id="open-pins">${labels.pinned}</button>
      <label>${labels.youAre} <select id="person"></select></label>
      <button type="button" id="theme"></button>
    </header>
    <p id="trouble" role="alert" hidden></p>
    <main>
      <section id="welcome" class="welcome">
        <h2>${welcome}</h2>
        <p id="about"></p>
        <div id="examples" class="examples" hidden></div>
      </section>
      <div role="log" aria-label="${labels.messages}"><discord-messages id="messages" no-background></discord-messages></div>
      <p id="thinking" role="status"></p>
    </main>
    <footer id="composer"></footer>
    <dialog id="form"></dialog>
    <dialog id="pins"></dialog>
  </body>
</html>
`;
