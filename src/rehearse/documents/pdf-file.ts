/** A PDF around its objects 1, 2, ...: header, cross-reference table, trailer (ISO 32000-1, 7.5). Text is Latin-1. */
export function pdfFile(objects: readonly string[], root: number, info: number): Buffer {
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + trailer, 'latin1');
}
