/** What a terminal shows, in pixels: a letter of this font is 0.6 of its size wide. */
const [SIZE, LINE, MARGIN] = [14, 20, 20];
const WIDE = SIZE * 0.6;

interface Look {
  readonly weight?: 'bold' | undefined;
  readonly fill?: string | undefined;
}

/** What switches each look on and off again, by the numbers that steer a terminal. */
const LOOKS: { readonly [code: string]: Look } = {
  1: { weight: 'bold', fill: '#ffffff' },
  2: { fill: '#8b949e' },
  22: { weight: undefined, fill: undefined },
  36: { fill: '#56d4dd' },
  39: { fill: undefined },
};

/**
 * A picture of a terminal, with its text as text.
 * @param screen what was written to it: bold, dim and cyan by their codes, lines of at most so many columns
 * @param title what it shows, for who can't see it
 */
export function terminalSvg(screen: string, columns: number, title: string): string {
  const lines = screen.split('\n');
  const [width, height] = [Math.ceil(columns * WIDE) + 2 * MARGIN, lines.length * LINE + 2 * MARGIN];
  const texts = lines.flatMap((line, i) =>
    line === '' ? [] : `<text x="${MARGIN}" y="${MARGIN + SIZE + i * LINE}">${spans(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${written(title)}</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g xml:space="preserve" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${SIZE}" fill="#c9d1d9">
${texts.join('\n')}
</g>
</svg>
`;
}

/** A line in pieces of one look each. No look goes on into the next line. */
function spans(line: string): string {
  let look: Look = {};
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const pieces = line.split(/\x1b\[(\d+)m/);
  return pieces
    .map((piece, i) => {
      if (i % 2 === 0) return spanOf(piece, look);
      look = { ...look, ...LOOKS[piece] };
      return '';
    })
    .join('');
}

function spanOf(text: string, { weight, fill }: Look): string {
  const attributes = `${weight ? ` font-weight="${weight}"` : ''}${fill ? ` fill="${fill}"` : ''}`;
  return text === '' || attributes === '' ? written(text) : `<tspan${attributes}>${written(text)}</tspan>`;
}

function written(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
