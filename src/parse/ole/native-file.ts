import type { Collector } from '../metadata/collector.ts';
import type { Compound } from './compound.ts';
import { isFile } from './native-data.ts';

/**
 * Streams in which a server application keeps the file that an object was made from: Office since 2007 a package,
 * LibreOffice a package, Office an OpenDocument file, Acrobat and Photoshop and others their own format.
 */
const NATIVE_STREAMS: readonly string[] = ['Package', 'package_stream', 'EmbeddedOdf', 'CONTENTS'];

/**
 * Takes the files out of an object that is no document of its own but the wrapper of one: a PDF dropped into a
 * workbook has its words here and nowhere else. `CONTENTS` is also what many programs call a stream of records;
 * only what is recognised as a file counts.
 */
export function collectNativeFile(compound: Compound, out: Collector): void {
  for (const name of NATIVE_STREAMS) {
    const bytes = compound.stream(name);
    if (bytes === null || bytes.length === 0 || !isFile(bytes)) continue;
    out.finding('embedded-object', name);
    out.embed(name, bytes);
  }
}
