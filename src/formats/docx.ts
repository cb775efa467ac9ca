import { Parser } from 'htmlparser2';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { aboutOf } from '../document/about.ts';
import type { Document } from './document.ts';
import { readFragment } from './html.ts';
import type { TooLong } from './too-long.ts';

/** Its text and styles unpack to at most so many bytes: a book has some ten million. */
const MOST_UNPACKED = 40 * 2 ** 20;

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
];

/** Reads a Word document: "broken" where it is none, "too large" where it unpacks to more than any text has. */
export async function readDocx(bytes: Uint8Array): Promise<Document | TooLong | 'too large' | 'broken'> {
  try {
    const zip = await JSZip.loadAsync(bytes);
    if (await unpacksTo(zip, MOST_UNPACKED)) return 'too large';
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES, convertImage: NO_IMAGE });
    const read = readFragment(value.replace(BACK, ''));
    if (typeof read === 'string') return 'too large';
    return 'kind' in read ? read : { about: aboutOf(await properties(zip)), ...read };
  } catch {
    return 'broken';
  }
}

const NO_IMAGE = mammoth.images.imgElement(async () => ({ src: '' }));

/** The arrow that leads back from a note. */
const BACK = / ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g;

/** Whether what is read of an archive unpacks to more than so many bytes: it is counted, since what an archive says of itself may be a lie. */
async function unpacksTo(zip: JSZip, most: number): Promise<boolean> {
  let left = most;
  for (const file of zip.file(/\.(?:xml|rels)$/i)) {
    left -= await unpacked(file, left);
    if (left < 0) return true;
  }
  return false;
}

/** How many bytes it unpacks to; counting ends soon after so many. */
function unpacked(file: JSZip.JSZipObject, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const stream = file.nodeStream();
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > most) {
        stream.pause();
        resolve(bytes);
      }
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(bytes));
  });
}

/** What the document says of itself. When it was begun is not when it was published. */
async function properties(zip: JSZip): Promise<{ title?: string; byline?: string }> {
  const said = new Map<string, string>();
  let element = '';
  const parser = new Parser(
    {
      onopentagname: (name) => {
        element = name;
      },
      ontext: (text) => void said.set(element, (said.get(element) ?? '') + text),
      onclosetag: () => {
        element = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(await zip.file('docProps/core.xml')?.async('text'));
  const [title, byline] = [said.get('dc:title'), said.get('dc:creator')];
  return { ...(title && { title }), ...(byline && !NOBODY.test(byline) && { byline }) };
}

/** Whom programs name where nobody has said who writes. */
const NOBODY = /^\s*(?:(?:microsoft office |windows )?user|admin(?:istrator)?|author|owner|unknown|python-docx|apache poi|un-named)\s*$/i;
