import { partsAs } from '../document/content-types.ts';
import type { PackageReader } from '../document/package.ts';
import type { Collector } from './collector.ts';
import { collectPackageMedia, embedPart } from './package-media.ts';
import { deviceName } from './printer.ts';

const EMBEDDED = /\/(?:embeddings|activeX)\/[^/]+\.(?!xml$|rels$)\w{1,10}$|^docProps\/thumbnail\./i;

const MACROS = /vbaProject\.bin$|macrosheets\//i;
const MACRO_TYPE = /ms-office\.vbaProject$|ms-excel\.(?:intl)?macrosheet\+xml$/i;

/**
 * Files inside of an Office Open XML document, printer settings and macros. Objects come before pictures, so that a
 * flood of pictures hides none.
 *
 * @param related parts that a relationship calls a file of its own, also where their names do not say so
 */
export function collectCarried(reader: PackageReader, related: readonly string[], out: Collector): void {
  for (const name of reader.names) {
    if (EMBEDDED.test(name)) {
      if (/activeX/i.test(name)) out.finding('active-x', name);
      else embedPart(reader, name, out);
    } else if (/printerSettings[^/]{0,40}\.bin$/i.test(name)) {
      out.field('printer', deviceName(reader.bytes(name) ?? new Uint8Array(), 0), name);
    }
  }
  for (const name of partsAs(reader, MACROS, MACRO_TYPE)) out.finding('macros', name);
  for (const name of related) if (!EMBEDDED.test(name)) embedPart(reader, name, out);
  collectPackageMedia(reader, out);
}
