import { pdfMoment } from '../metadata/clock.ts';
import type { Collector } from '../metadata/collector.ts';
import type { PdfFile } from './file.ts';
import { placeOf, textOf } from './metadata.ts';
import { isDictionary, isReference, nameOf, type PdfDictionary } from './value.ts';

/**
 * Files inside of a PDF (ISO 32000-2, 7.11.4): attachments of the document, of notes, of a portfolio. Each is
 * found by its file specification wherever that hangs, even where nothing points to it any more.
 */
export function collectPdfEmbedded(file: PdfFile, out: Collector): void {
  const taken = new Set<number>();
  for (const object of file.objects) {
    if (!isDictionary(object.value)) continue;
    for (const specification of specifications(object.value)) {
      const streams = file.resolve(specification.get('EF'));
      if (!isDictionary(streams)) continue;
      const reference = streams.get('UF') ?? streams.get('F');
      if (!isReference(reference) || taken.has(reference.number)) continue;
      taken.add(reference.number);
      const name = textOf(file, specification.get('UF') ?? specification.get('F'));
      collectFile(file, reference.number, name, out);
    }
  }
  for (const { number, value } of file.objects) {
    if (isDictionary(value) && nameOf(value.get('Type')) === 'EmbeddedFile' && !taken.has(number)) {
      taken.add(number);
      collectFile(file, number, '', out);
    }
  }
}

function* specifications(value: PdfDictionary): Generator<PdfDictionary> {
  if (value.has('EF')) yield value;
  const own = value.get('FS');
  if (isDictionary(own) && own.has('EF')) yield own;
  const names = value.get('Names');
  if (!Array.isArray(names)) return;
  for (const each of names) if (isDictionary(each) && each.has('EF')) yield each;
}

function collectFile(file: PdfFile, number: number, name: string, out: Collector): void {
  const object = file.find({ number, generation: 0 });
  if (object === undefined || !isDictionary(object.value)) return;
  const where = `Embedded file ${name || number}, ${placeOf(object)}`;
  const parameters = file.resolve(object.value.get('Params'));
  if (isDictionary(parameters)) {
    for (const [key, field] of [
      ['CreationDate', 'embedded-created'],
      ['ModDate', 'embedded-modified'],
    ] as const) {
      const written = textOf(file, parameters.get(key));
      out.time(field, written, pdfMoment(written), `${where} /${key}`);
    }
  }
  const bytes = file.data(object);
  if (bytes !== null) out.embed(name.split(/[\\/]/).at(-1) || `embedded-${number}`, bytes);
}
