import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { createOCREngine, type OCREngine, supportsFastBuild } from 'tesseract-wasm';

/** What the words were read by, as the case keeps it. */
export const ENGINE = 'tesseract-wasm 0.11.0';

/**
 * French first: its model has every letter that English has, and reads English as well as the English one does
 * (docs/ocr.md has the measurements), while the English one drops every accent.
 */
export type ModelName = 'fra' | 'eng';

const running = new Map<ModelName, Promise<OCREngine>>();

/** Tesseract with one model, started by the first page a thread reads: no file system, no network. */
export function ocrEngine(model: ModelName): Promise<OCREngine> {
  const known = running.get(model);
  if (known !== undefined) return known;
  const fresh = start(model);
  running.set(model, fresh);
  return fresh;
}

/** Gives up an engine whose memory is in no known state. */
export function retireOcrEngine(model: ModelName): void {
  running.delete(model);
}

async function start(model: ModelName): Promise<OCREngine> {
  const core = supportsFastBuild() ? 'tesseract-core.wasm' : 'tesseract-core-fallback.wasm';
  const library = fileURLToPath(import.meta.resolve('tesseract-wasm'));
  const wasmBinary = new Uint8Array(readFileSync(fileURLToPath(new URL(core, `file://${library}`))));
  const engine = await quietly(() => createOCREngine({ wasmBinary }));
  const words = `@tesseract.js-data/${model}/4.0.0_best_int/${model}.traineddata.gz`;
  engine.loadModel(new Uint8Array(gunzipSync(readFileSync(fileURLToPath(import.meta.resolve(words))))));
  // Else it guesses a resolution for every picture and says so on the terminal.
  engine.setVariable('user_defined_dpi', '300');
  return engine;
}

/** Tesseract tells every empty page on the console that its module finds when it starts. */
function quietly<T>(begin: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return begin();
  } finally {
    console.warn = warn;
  }
}
