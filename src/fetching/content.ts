import { basename, extname } from 'node:path/posix';
import { MIMEType } from 'node:util';
import disposition from 'content-disposition';
import type { Answered } from './request.ts';

/** What is read of pages, by its type, and how the names of such files end: the first is given to one that doesn't. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'text/html': ['.html', '.htm'],
  'application/xhtml+xml': ['.html', '.htm'],
  'text/plain': ['.txt', '.md', '.markdown'],
  'text/markdown': ['.md', '.markdown'],
  'text/x-markdown': ['.md', '.markdown'],
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
};

/** What a site is asked for. */
export const ACCEPT = [...Object.keys(EXTENSIONS), '*/*;q=0.1'].join(',');

/** Types that people are told of; a site may say anything. */
const PLAIN_TYPE = /^[a-z0-9.+-]{1,40}\/[a-z0-9.+-]{1,80}$/;

/** What a site says of what it sends. */
export interface Content {
  /** Undefined: it doesn't say, or says nonsense. */
  readonly type?: string;
  readonly charset?: string;
  readonly isRead: boolean;
  readonly name: string;
}

export function contentOf({ url, response: { headers } }: Answered): Content {
  const mime = mimeIn(headers.get('content-type') ?? '');
  const charset = mime?.params.get('charset');
  const endings = (mime && EXTENSIONS[mime.essence]) ?? [];
  const name = plain(nameIn(headers.get('content-disposition')) ?? lastOf(url)) || url.hostname;
  const ends = endings.length === 0 || endings.includes(extname(name).toLowerCase());
  return {
    ...(mime && PLAIN_TYPE.test(mime.essence) && { type: mime.essence }),
    ...(charset && { charset }),
    isRead: endings.length > 0,
    name: ends ? name : `${name}${endings[0]}`,
  };
}

function mimeIn(header: string): MIMEType | undefined {
  try {
    return new MIMEType(header);
  } catch {
    return undefined;
  }
}

function nameIn(header: string | null): string | undefined {
  try {
    return header === null ? undefined : disposition.parse(header).parameters.filename;
  } catch {
    return undefined;
  }
}

/** What the path of an address ends in. */
function lastOf({ pathname }: URL): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** The name of a file, and of no folder: in one line, of which the end is kept, and not hidden. */
function plain(name: string): string {
  return basename(name.replaceAll('\\', '/'))
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .replace(/^\.+/, '')
    .slice(-100);
}
