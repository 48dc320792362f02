import { crc32, deflateSync } from 'node:zlib';

/** Pixels as red, green, blue, alpha, rows from the top, as a PNG without alpha (PNG third edition). */
export function pngOf(picture: {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array | Uint8ClampedArray;
}): Uint8Array {
  const { width, height, pixels } = picture;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a sample, truecolour, deflate, adaptive filtering, not interlaced.
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(filtered(width, height, pixels), { level: 3 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Filter 2 (Up): the differences of pages of text to the row above are mostly zeros. */
function filtered(width: number, height: number, pixels: Uint8Array | Uint8ClampedArray): Uint8Array {
  const stride = 1 + width * 3;
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    out[y * stride] = y === 0 ? 0 : 2;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const to = y * stride + 1 + x * 3;
      for (let c = 0; c < 3; c++) {
        const above = y === 0 ? 0 : (pixels[at - width * 4 + c] ?? 0);
        out[to + c] = ((pixels[at + c] ?? 0) - above) & 0xff;
      }
    }
  }
  return out;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  out.set(data, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}
