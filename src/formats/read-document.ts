import { decode, type Undecoded } from './decode.ts';
import type { Document } from './document.ts';
import { readFrontMatter } from './front-matter.ts';
import { readMarkdown } from './markdown.ts';
import { type Foreign, natureOf } from './sniff.ts';
import { type TooLong, tooLong } from './too-long.ts';

export type DocumentRead =
  | { kind: 'document'; document: Document; assumed?: 'Windows-1252' }
  | Undecoded
  | TooLong
  | { kind: 'foreign'; is: Foreign }
  | { kind: Refusal }
  | { kind: 'broken'; format: 'docx' | 'pdf' }
  | { kind: 'bad front matter'; line: number; reason: string };

type Refusal = 'too deep' | 'too large' | 'encrypted' | 'no text layer';

/**
 * Reads what a file holds, as what its bytes say that it is; only what kind of text it is, its name may tell.
 * @param name the file's name
 * @param charset the encoding that who sent it named
 */
export async function readDocument(bytes: Uint8Array, name: string, charset?: string): Promise<DocumentRead> {
  const nature = await natureOf(bytes);
  if (nature === 'text') return readText(bytes, name, charset);
  const format = nature === 'archive' && DOCX.test(name) ? 'docx' : nature;
  if (format !== 'pdf' && format !== 'docx') return { kind: 'foreign', is: format };
  const document = format === 'pdf' ? await (await import('./pdf.ts')).readPdf(bytes) : await (await import('./docx.ts')).readDocx(bytes);
  return document === 'broken' ? { kind: 'broken', format } : readOrNot(document);
}

function readOrNot(document: Document | TooLong | Refusal, how: { assumed?: 'Windows-1252' } = {}): DocumentRead {
  if (typeof document === 'string') return { kind: document };
  return 'kind' in document ? document : { kind: 'document', document, ...how };
}

/** Why a file can't be read, as far as its beginning tells. */
export async function looksUnreadable(head: Uint8Array, name: string): Promise<Extract<DocumentRead, { kind: 'foreign' }> | undefined> {
  const nature = await natureOf(head);
  const fine = nature === 'text' || nature === 'pdf' || nature === 'docx' || (nature === 'archive' && DOCX.test(name));
  return fine ? undefined : { kind: 'foreign', is: nature };
}

async function readText(bytes: Uint8Array, name: string, charset: string | undefined): Promise<DocumentRead> {
  const named = /\.x?html?$/i.test(name);
  const decoded = decode(bytes, charset ?? charsetIn(bytes));
  if (decoded.kind !== 'decoded') return decoded;
  const { text, assumed } = decoded;
  const how = assumed ? { assumed } : {};
  if (named || PAGE.test(text.slice(0, 4096))) {
    const { readHtml } = await import('./html.ts');
    return readOrNot(await readHtml(text), how);
  }
  const long = tooLong(text);
  if (long) return long;
  const front = readFrontMatter(text);
  if (front.kind === 'bad front matter') return front;
  const blocks = /\.(?:md|markdown)$/i.test(name) ? { blocks: readMarkdown(front.text) } : {};
  return { kind: 'document', document: { about: front.about, text: front.text, ...blocks }, ...how };
}

/** Of an archive with such a name too little may be whole to see what is in it. */
const DOCX = /\.docx$/i;

/** How pages begin, and no Markdown with some HTML in it. */
const PAGE = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i;

/** The encoding that a page names for itself. */
function charsetIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  return /<meta\s[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}
