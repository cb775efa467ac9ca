import { afterAll, beforeAll, beforeEach } from 'vitest';
import { openStrangersReader } from '../../src/article/strangers.ts';
import type { Sources } from '../../src/library/bring.ts';
import type { Around, Library } from '../../src/library/library.ts';
import { openSite, type Site, sends } from '../fetching/site.ts';
import { aleppo, libraryOn } from './bot.ts';
import { MANAGE_MESSAGES, MANAGE_SERVER, PIN_MESSAGES } from './local/permissions.ts';
import type { Person } from './local/person.ts';
import { until } from './local/until.ts';
import type { Message } from './local/world.ts';
import { press, type Scene, setScene } from './scene.ts';

export const POOL = `The pool

The pool opens on 3 May at nine in the morning. Children swim for free until they are twelve.

The lifeguard is Ms Okafor. She has worked there since 2011.`;
export const NEWER = POOL.replace('on 3 May at nine', 'on 10 May at ten');
const FERRY = `The ferry

The ferry to Odda leaves at seven in the morning. The captain is Mr Lund.

Tickets cost 40 crowns. Bicycles travel for free.`;
const PAGE = `<html><head><title>The gate | Town news</title></head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>The gate</h1><p>The gate of the old town is shut from Monday on, the mayor said. It was built in 1871, and its hinges are as old.</p>
<p>A smith from Odda will mend it until June. The work costs 9,000 crowns, which the town pays.</p></article>
<section class="comments"><p>Bob: High time!</p></section></body></html>`;
const DIFFERS = `The pool of the school

The pool opens on 1 June, and is for pupils alone.`;

/** A scene with a site whose pages can be brought in, and Mona, who manages the server. */
export interface LibraryScene extends Scene {
  mona: Person;
  /** What the page of the pool says. */
  pool: string;
  /** The address of a page. */
  at(path: string): string;
  /** A library that keeps what the scene keeps. */
  open(around?: Around): Library;
  /** Uses a command whose answer takes a while, and waits for that. */
  used(by: Person, command: string, options?: Parameters<Person['asks']>[2]): Promise<Message>;
  /** Brings a page in. @returns what was shown of it */
  add(path: string): Promise<Message>;
}

export function setLibraryScene(): LibraryScene {
  const on = setScene() as LibraryScene;
  let [site, reader]: [Site | undefined, Sources['reader'] | undefined] = [undefined, undefined];
  beforeAll(async () => {
    reader = openStrangersReader();
    site = await openSite({
      '/pool.txt': (request, response) => sends(on.pool, { 'content-type': 'text/plain' })(request, response),
      '/ferry.txt': sends(FERRY, { 'content-type': 'text/plain' }),
      '/school.txt': sends(DIFFERS, { 'content-type': 'text/plain' }),
      '/files/pool.txt': sends(POOL, { 'content-type': 'text/plain' }),
      '/news': sends(PAGE),
      '/picture.png': sends(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), { 'content-type': 'image/png' }),
    });
  });
  afterAll(async () => {
    await reader?.close();
    await site?.[Symbol.asyncDispose]();
  });
  on.at = (path) => site?.at(path) ?? '';
  on.open = (around = {}) => libraryOn(aleppo(), { store: on.store, sources: { fetcher: site?.fetcher, reader } as Sources, ...around });
  on.used = async (by, command, options = {}) => {
    const interaction = await by.asks(on.channel, command, options);
    await until('it is answered', () => (interaction.original?.content ?? '') !== '');
    return interaction.original as Message;
  };
  on.add = async (path) => {
    const shown = await on.used(on.mona, 'library add', { link: on.at(path) });
    await press(on.mona, shown, 'Add it');
    return shown;
  };
  beforeEach(async () => {
    on.pool = POOL;
    if (site) site.clock.now += 60 * 60 * 1000; // an hour's pages have been forgotten
    await on.restart(on.open());
    on.mona = on.discord.person('Mona', MANAGE_SERVER | MANAGE_MESSAGES | PIN_MESSAGES);
  });
  return on;
}
