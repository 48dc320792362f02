import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Picture } from './picture.ts';

/** What libwebp's binding makes of its pixels: a class of browsers that Node lacks. */
class Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

type Decode = (bytes: Uint8Array<ArrayBuffer>) => Promise<Pixels>;

let started: Promise<Decode> | null = null;

/** Decodes a WebP by libwebp in WebAssembly and brings it to the wanted size. Null when it cannot be decoded. */
export async function drawWebp(
  bytes: Uint8Array,
  wanted: { readonly width: number; readonly height: number },
): Promise<Picture | null> {
  started ??= start();
  const decode = await started;
  try {
    const { data, width, height } = await decode(new Uint8Array(bytes));
    return resized({ width, height, pixels: data }, wanted);
  } catch {
    return null;
  }
}

async function start(): Promise<Decode> {
  const scope = globalThis as { ImageData?: unknown };
  scope.ImageData ??= Pixels;
  const webp = await import('@jsquash/webp/decode.js');
  const path = fileURLToPath(import.meta.resolve('@jsquash/webp/codec/dec/webp_dec.wasm'));
  await webp.init({ wasmBinary: new Uint8Array(readFileSync(path)) } as never);
  return webp.default as unknown as Decode;
}

/** By the mean of the pixels each new one covers, or the nearest when it grows; white where it is transparent. */
export function resized(
  picture: Picture,
  { width, height }: { readonly width: number; readonly height: number },
): Picture {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, at = 0; y < height; y++) {
    const [top, bottom] = span(y, height, picture.height);
    for (let x = 0; x < width; x++, at += 4) {
      const [left, right] = span(x, width, picture.width);
      const sums = [0, 0, 0];
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) {
          const from = (row * picture.width + column) * 4;
          const opaque = (picture.pixels[from + 3] ?? 0) / 255;
          for (let colour = 0; colour < 3; colour++)
            sums[colour] = (sums[colour] ?? 0) + 255 - opaque * (255 - (picture.pixels[from + colour] ?? 0));
        }
      }
      const count = (bottom - top) * (right - left);
      for (let colour = 0; colour < 3; colour++) pixels[at + colour] = (sums[colour] ?? 0) / count;
      pixels[at + 3] = 255;
    }
  }
  return { width, height, pixels };
}

function span(at: number, count: number, all: number): [number, number] {
  const from = Math.min(all - 1, Math.floor((at * all) / count));
  return [from, Math.max(from + 1, Math.floor(((at + 1) * all) / count))];
}
