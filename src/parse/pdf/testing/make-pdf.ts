/** The bodies of objects 1, 2, ... of a PDF, and the entries of its trailer. */
export interface PdfParts {
  readonly objects: readonly (string | Buffer)[];
  readonly trailer?: string;
}

/** A PDF with a true cross-reference table; `after` appends it to an earlier revision as an update. */
export function makePdf(parts: PdfParts, after?: Buffer, firstNumber = 1): Buffer {
  let out = after ?? Buffer.from('%PDF-1.4\n');
  const offsets: number[] = [];
  for (const [index, body] of parts.objects.entries()) {
    offsets.push(out.length);
    out = Buffer.concat([
      out,
      Buffer.from(`${firstNumber + index} 0 obj\n`),
      typeof body === 'string' ? Buffer.from(body, 'latin1') : body,
      Buffer.from('\nendobj\n'),
    ]);
  }
  const start = out.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const free = after === undefined ? '0 1\n0000000000 65535 f \n' : '';
  const table = `xref\n${free}${firstNumber} ${offsets.length}\n${rows}`;
  const trailer = `trailer\n<</Size 20 /Root 1 0 R ${parts.trailer ?? ''}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([out, Buffer.from(table + trailer)]);
}

/** Catalog, pages, one page that shows `text`, its content and font: objects 1 to 5. */
export function onePage(text: string, catalog = '', page = ''): string[] {
  const content = `BT /F1 24 Tf 72 700 Td (${text}) Tj ET`;
  return [
    `<</Type/Catalog /Pages 2 0 R ${catalog}>>`,
    '<</Type/Pages /Kids [3 0 R] /Count 1>>',
    `<</Type/Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>> ${page}>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font /Subtype/Type1 /BaseFont/Helvetica>>',
  ];
}
