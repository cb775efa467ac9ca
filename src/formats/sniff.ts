/** What a file holds, as its bytes tell. */
export type Nature = 'text' | 'pdf' | 'docx' | Foreign;

/** What is no text that can be read. */
export type Foreign =
  | 'picture'
  | 'recording'
  | 'archive'
  | 'program'
  | 'spreadsheet'
  | 'presentation'
  | 'other document'
  | 'something else';

const MIMES: readonly (readonly [RegExp, Nature])[] = [
  [/^text\/|xml$|subrip$/, 'text'],
  [/pdf$/, 'pdf'],
  [/wordprocessingml|ms-word\.\w+\.macroenabled/, 'docx'],
  [/^image\//, 'picture'],
  [/^(?:audio|video)\/|ogg$/, 'recording'],
  [/spreadsheet|ms-excel/, 'spreadsheet'],
  [/presentation|ms-powerpoint/, 'presentation'],
  [/opendocument|rtf$|postscript$|epub|x-cfb|mobipocket|ms-word/, 'other document'],
  [/msdownload|elf$|mach-binary|wasm|java|x-executable|x-deb|x-rpm/, 'program'],
  [/zip|tar|7z|rar|x-xz|zstd|lzh|compress|x-lz|arj|cab|cpio|iso9660|apple-diskimage|x-ace/, 'archive'],
];

/** Texts that begin like that are made for programs to show. */
const MARKED = /^(?:%PDF-|%!PS|\{\\rtf)/;

/**
 * What a file is, whatever its name says.
 * @param bytes all of it, or its beginning
 */
export async function natureOf(bytes: Uint8Array): Promise<Nature> {
  if (looksLikeText(bytes.subarray(0, 4096))) return 'text';
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined); // it begins like something, and goes on otherwise
  if (!type) return /%PDF-/.test(ascii(bytes.subarray(0, 1024))) ? 'pdf' : 'text'; // bytes that it can't be decoded from will show
  return MIMES.find(([mime]) => mime.test(type.mime))?.[1] ?? 'something else';
}

/** Whether nothing needs to be loaded to see that it is text. */
function looksLikeText(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true; // UTF-16, which some take for music
  if (head.includes(0) || MARKED.test(ascii(head.subarray(0, 8)))) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const ascii = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
