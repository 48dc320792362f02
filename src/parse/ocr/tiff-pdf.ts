import type { TiffReader } from '../metadata/image/tiff.ts';
import { onePagePdf } from './one-page-pdf.ts';
import type { TiffFrame } from './tiff-looks.ts';

/** Tags of TIFF 6, section 8 and following. */
const T = {
  width: 0x100,
  height: 0x101,
  bits: 0x102,
  compression: 0x103,
  photometric: 0x106,
  fillOrder: 0x10a,
  stripAt: 0x111,
  samples: 0x115,
  stripRows: 0x116,
  stripBytes: 0x117,
  planar: 0x11c,
  faxOptions: 0x124,
  predictor: 0x13d,
  palette: 0x140,
  tileWidth: 0x142,
  tileHeight: 0x143,
  tileAt: 0x144,
  tileBytes: 0x145,
  jpegTables: 0x15b,
} as const;

/** What all strips of a frame have in common. */
interface Frame {
  readonly bits: number;
  readonly samples: number;
  readonly compression: number;
  readonly photometric: number;
  readonly number: (tag: number, otherwise: number) => number;
  readonly bytes: (tag: number) => Uint8Array;
}

/**
 * One frame of a TIFF file as a PDF of one page that is drawn in `size` pixels: its strips or tiles become images, their
 * compression a filter of PDF (ISO 32000-2, 7.4). A text where that cannot be done: why.
 */
export function tiffFrameAsPdf(
  tiff: TiffReader,
  entries: TiffFrame,
  size: { readonly width: number; readonly height: number },
): Buffer | string {
  const number = (tag: number, otherwise: number) => entries.get(tag)?.numbers[0] ?? otherwise;
  const frame: Frame = {
    bits: number(T.bits, 1),
    samples: number(T.samples, 1),
    compression: number(T.compression, 1),
    photometric: number(T.photometric, 0),
    number,
    bytes: (tag) => entries.get(tag)?.bytes ?? new Uint8Array(),
  };
  const space = colourSpace(frame);
  const filter = (width: number, height: number) => filterOf(frame, width, height);
  if (space === null) return `Colours of kind ${frame.photometric} in TIFF have no reader here.`;
  if (filter(1, 1) === null) return `Compression ${frame.compression} of TIFF has no reader here.`;
  if (number(T.planar, 1) !== 1 && frame.samples > 1)
    return 'TIFF with its colours apart has no reader here.';
  const [width, height] = [number(T.width, 0), number(T.height, 0)];
  const pieces = piecesOf(entries, frame, width, height).map((piece) => {
    const place = [piece.width, 0, 0, piece.height, piece.x, height - piece.y - piece.height];
    const data = dataOf(tiff.slice(piece.at, piece.bytes), frame);
    const head = `/Type/XObject /Subtype/Image /Width ${piece.width} /Height ${piece.height} /BitsPerComponent ${frame.bits} ${space} ${filter(piece.width, piece.height)}`;
    return { place, data, head };
  });
  return onePagePdf(pieces, { width, height }, size);
}

interface Piece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly at: number;
  readonly bytes: number;
}

function piecesOf(entries: TiffFrame, frame: Frame, width: number, height: number): readonly Piece[] {
  const { number } = frame;
  const list = (tag: number) => entries.get(tag)?.numbers ?? [];
  const tiled = entries.has(T.tileAt);
  const offsets = list(tiled ? T.tileAt : T.stripAt);
  const sizes = list(tiled ? T.tileBytes : T.stripBytes);
  const wide = tiled ? number(T.tileWidth, width) : width;
  const high = Math.max(
    1,
    tiled ? number(T.tileHeight, height) : Math.min(height, number(T.stripRows, height)),
  );
  const across = Math.max(1, Math.ceil(width / Math.max(1, wide)));
  return offsets.map((at, index) => {
    const y = Math.floor(index / across) * high;
    // The last strip is shorter, a tile at the edge is not.
    const rows = tiled ? high : Math.min(high, height - y);
    const rowBytes = Math.ceil((wide * frame.bits * frame.samples) / 8);
    const bytes = sizes[index] ?? (frame.compression === 1 ? rowBytes * rows : Number.MAX_SAFE_INTEGER);
    return { x: (index % across) * wide, y, width: wide, height: Math.max(1, rows), at, bytes };
  });
}

/** Section 8: black or white at zero, colours, palette, printer's colours, video's (in JPEG alone). */
function colourSpace({ photometric, samples, bits, compression, bytes }: Frame): string | null {
  if (photometric === 0)
    return isFax(compression) ? '/ColorSpace/DeviceGray' : '/ColorSpace/DeviceGray /Decode [1 0]';
  if (photometric === 1 && samples === 1) return '/ColorSpace/DeviceGray';
  if (photometric === 2 && samples === 3) return '/ColorSpace/DeviceRGB';
  // The fourth is transparency; a function takes it off.
  if (photometric === 2 && samples === 4)
    return '/ColorSpace [/DeviceN [/R /G /B /A] /DeviceRGB 4 0 R] /Decode [0 1 0 1 0 1 0 1]';
  if (photometric === 5 && samples === 4) return '/ColorSpace/DeviceCMYK';
  if (photometric === 6 && compression === 7) return '/ColorSpace/DeviceRGB';
  if (photometric === 3 && bits <= 8) return palette(bytes(T.palette), 2 ** bits);
  return null;
}

/** All reds, then all greens, then all blues, in sixteen bits of either order: the more telling byte is taken. */
function palette(map: Uint8Array, colours: number): string | null {
  if (map.length < colours * 6) return null;
  const high = (at: number) => Math.max(map[at * 2] ?? 0, map[at * 2 + 1] ?? 0);
  const table = Array.from({ length: colours }, (_, at) => [
    high(at),
    high(colours + at),
    high(2 * colours + at),
  ]);
  return `/ColorSpace [/Indexed /DeviceRGB ${colours - 1} <${Buffer.from(table.flat()).toString('hex')}>]`;
}

function isFax(compression: number): boolean {
  return compression >= 2 && compression <= 4;
}

function filterOf(
  { compression, photometric, samples, bits, number }: Frame,
  width: number,
  height: number,
): string | null {
  const predicted =
    number(T.predictor, 1) === 2
      ? `/DecodeParms <</Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width}>>`
      : '';
  if (compression === 1) return '';
  if (compression === 5) return `/Filter/LZWDecode ${predicted}`;
  if (compression === 8 || compression === 32946) return `/Filter/FlateDecode ${predicted}`;
  if (compression === 32773) return '/Filter/RunLengthDecode';
  if (compression === 7)
    return `/Filter/DCTDecode /DecodeParms <</ColorTransform ${photometric === 6 ? 1 : 0}>>`;
  if (!isFax(compression)) return null;
  const isMixed = compression === 3 && (number(T.faxOptions, 0) & 1) !== 0;
  const oneDimensional = isMixed ? 4 : 0;
  const dimensions = compression === 4 ? -1 : oneDimensional;
  const aligned = compression === 2 || (compression === 3 && (number(T.faxOptions, 0) & 4) !== 0);
  const blackIsOne = photometric === 1;
  return `/Filter/CCITTFaxDecode /DecodeParms <</K ${dimensions} /Columns ${width} /Rows ${height} /EncodedByteAlign ${aligned} /BlackIs1 ${blackIsOne}>>`;
}

function dataOf(bytes: Uint8Array, { compression, number, bytes: bytesOf }: Frame): Buffer {
  const data = Buffer.from(bytes);
  if (compression === 7) {
    const tables = Buffer.from(bytesOf(T.jpegTables));
    // Tables without their end, the strip without its start (Technical Note 2).
    return tables.length > 4 ? Buffer.concat([tables.subarray(0, -2), data.subarray(2)]) : data;
  }
  if (number(T.fillOrder, 1) === 2)
    for (let at = 0; at < data.length; at++) data[at] = mirrored(data[at] ?? 0);
  return data;
}

/** The bits of a byte in the other order. */
function mirrored(byte: number): number {
  let [out, left] = [0, byte];
  for (let bit = 0; bit < 8; bit++, left >>= 1) out = (out << 1) | (left & 1);
  return out;
}
