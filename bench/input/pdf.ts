/**
 * A whole PDF file (ISO 32000-1) of one page: a compressed content stream of text and one JPEG, with the
 * cross-reference table readers look for.
 */
export function pdfOf(content: Buffer, jpeg: Buffer): Buffer {
  const objects = [
    dictionary('/Type /Catalog /Pages 2 0 R'),
    dictionary('/Type /Pages /Kids [3 0 R] /Count 1'),
    dictionary(
      '/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R ' +
        '/Resources << /Font << /F1 4 0 R >> /XObject << /Im1 6 0 R >> >>',
    ),
    dictionary('/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding'),
    stream('/Filter /FlateDecode', content),
    stream(
      '/Type /XObject /Subtype /Image /Width 800 /Height 600 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode',
      jpeg,
    ),
  ];
  const pieces = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    at += whole.length;
    pieces.push(whole);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`;
  pieces.push(Buffer.from(`${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(pieces);
}

/** Operators that show these lines; to be compressed and given to `pdfOf`. */
export function textOperators(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`);
  return Buffer.from(`BT /F1 10 Tf 12 TL 40 800 Td\n${shown.join('\n')}\nET\n`, 'latin1');
}

function dictionary(entries: string): Buffer {
  return Buffer.from(`<< ${entries} >>`);
}

function stream(entries: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    dictionary(`/Length ${bytes.length} ${entries}`),
    Buffer.from('\nstream\n'),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}
