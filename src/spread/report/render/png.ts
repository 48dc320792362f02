import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Pixels for every unit of the SVG: sharp on paper at 15 cm. */
const SCALE = 2;

/** Scripts whose letters the pictures can show; others become boxes, which the SVG and the page do not. */
const SCRIPTS = [
  'latin',
  'latin-ext',
  'vietnamese',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'devanagari',
];

/**
 * Charts as PNG, by the same names, for slides and word processors that take no SVG. Drawn in WebAssembly with a font
 * that comes along, so that they are the same on every machine.
 */
export async function pngCharts(
  charts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const fontBuffers = await ready();
  const font = { fontBuffers, defaultFontFamily: 'Noto Sans', sansSerifFamily: 'Noto Sans' };
  const drawn = new Map<string, Uint8Array>();
  for (const [name, svg] of charts) {
    const picture = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: SCALE } });
    const image = picture.render();
    drawn.set(name, image.asPng());
    image.free();
    picture.free();
  }
  return drawn;
}

let started: Promise<Uint8Array[]> | null = null;

/** The module may be started only once in a process. */
function ready(): Promise<Uint8Array[]> {
  started ??= start();
  return started;
}

async function start(): Promise<Uint8Array[]> {
  await initWasm(bytesOf('@resvg/resvg-wasm/index_bg.wasm'));
  return SCRIPTS.map((script) => bytesOf(`@fontsource/noto-sans/files/noto-sans-${script}-400-normal.woff2`));
}

function bytesOf(specifier: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(fileURLToPath(import.meta.resolve(specifier))));
}
