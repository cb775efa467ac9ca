/** A text, and how it was written. */
export interface Decoded {
  readonly kind: 'decoded';
  readonly text: string;
  /** The encoding that nothing names and the bytes leave open. */
  readonly assumed?: 'Windows-1252';
}

/** "binary" is what no text has in it; "unknown encoding" is text that is neither UTF-8 nor what else can be told by its bytes. */
export type Undecoded = { kind: 'binary' | 'unknown encoding' } | { kind: 'broken characters'; encoding: string };

/**
 * Decodes UTF-8, UTF-16, what else is named, and Windows-1252. A BOM is no part of the text.
 * @param named the encoding that the text itself names, of which browsers know the name
 */
export function decode(bytes: Uint8Array, named?: string): Decoded | Undecoded {
  const marked = BOMS.find(({ bom }) => bom.every((byte, at) => bytes[at] === byte))?.encoding ?? unmarkedUtf16(bytes);
  if (marked) return clean(tried(bytes, marked)) ?? { kind: 'broken characters', encoding: marked.toUpperCase() };
  if (bytes.includes(0)) return { kind: 'binary' };
  const utf8 = tried(bytes, 'utf-8');
  if (utf8 !== undefined) return clean(utf8) ?? { kind: 'binary' };
  const other = named && clean(tried(bytes, named));
  if (other) return other;
  if (mostlyUtf8(bytes)) return { kind: 'broken characters', encoding: 'UTF-8' };
  const latin = clean(tried(bytes, 'windows-1252'));
  if (!latin) return { kind: 'binary' };
  return isLatin(latin.text) ? { ...latin, assumed: 'Windows-1252' } : { kind: 'unknown encoding' };
}

const BOMS = [
  { bom: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bom: [0xff, 0xfe], encoding: 'utf-16le' },
  { bom: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Controls that are in no text; escape is in what was copied from a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

function clean(text: string | undefined): Decoded | undefined {
  return text === undefined || CONTROLS.test(text) ? undefined : { kind: 'decoded', text };
}

function tried(bytes: Uint8Array, named: string): string | undefined {
  try {
    const decoder = new TextDecoder(named, { fatal: true });
    return decoder.encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes);
  } catch {
    return undefined; // not written in it, or nobody knows it
  }
}

/** Node 20 and some after it take Windows-1252 for Latin-1, which has controls where this has quotation marks and dashes. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (unit) => C1[unit.charCodeAt(0) - 128] ?? unit);
}
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** In UTF-16 without a BOM, in the alphabets of Europe, every second byte is NUL, and none of the others is. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 > 0 || bytes.length < 2) return undefined;
  const nuls: [number, number] = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) nuls[at % 2 === 0 ? 0 : 1]++;
  if (nuls[0] === 0 && nuls[1] > looked / 3) return 'utf-16le';
  return nuls[1] === 0 && nuls[0] > looked / 3 ? 'utf-16be' : undefined;
}

/** Whether as many characters of several bytes are whole as broken. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const whole = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return whole > 0 && whole >= (text.match(/\ufffd/g)?.length ?? 0);
}

/** In the languages that are written in Windows-1252 most letters are plain ones. */
function isLatin(text: string): boolean {
  return !/[\x80-\x9f]/.test(text) && (text.match(/[^\0-\x7f]/g)?.length ?? 0) * 4 <= (text.match(/\S/g)?.length ?? 0) + 3;
}
