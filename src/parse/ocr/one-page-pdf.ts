/** At this resolution the page is drawn (`src/parse/pdf/looks.ts`), points of an inch. */
const DPI = 300;
const POINTS = 72;

/** In pixels or points, as its user says. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An image of a page. */
export interface Drawn {
  /** The matrix that puts it there, in pixels of the whole picture, rows from the bottom. */
  readonly place: readonly number[];
  /** Entries of its dictionary but the length. */
  readonly head: string;
  readonly data: Uint8Array;
}

/**
 * A PDF of one page with these images, which together are a picture of `whole` pixels, to be drawn in `size` pixels. Object 4 is
 * a function that takes the last of four colours off.
 */
export function onePagePdf(pieces: readonly Drawn[], whole: Size, size: Size): Buffer {
  const scale = (size.width / whole.width / DPI) * POINTS;
  const [width, height] = [(size.width / DPI) * POINTS, (size.height / DPI) * POINTS];
  const matrix = (place: readonly number[]) => place.map((each) => (each * scale).toFixed(4)).join(' ');
  const content = pieces.map(({ place }, at) => `q ${matrix(place)} cm /I${at} Do Q`).join('\n');
  const names = pieces.map((_, at) => `/I${at} ${6 + at} 0 R`).join(' ');
  const take = '{pop}';
  const bodies: (string | Buffer)[] = [
    '<</Type/Catalog /Pages 2 0 R>>',
    '<</Type/Pages /Kids [3 0 R] /Count 1>>',
    `<</Type/Page /Parent 2 0 R /MediaBox [0 0 ${width.toFixed(3)} ${height.toFixed(3)}] /Contents 5 0 R /Resources <</XObject <<${names}>>>>>>`,
    `<</FunctionType 4 /Domain [0 1 0 1 0 1 0 1] /Range [0 1 0 1 0 1] /Length ${take.length}>>\nstream\n${take}\nendstream`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    ...pieces.map(({ head, data }) =>
      Buffer.concat([
        Buffer.from(`<<${head} /Length ${data.length}>>\nstream\n`, 'latin1'),
        data,
        Buffer.from('\nendstream'),
      ]),
    ),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, body] of bodies.entries()) {
    offsets.push(length);
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    length += part.length;
  }
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const objects = bodies.length + 1;
  const table = `xref\n0 ${objects}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects} /Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(table)]);
}
