/** RkNumber ([MS-XLS] 2.5.217, [MS-XLSB] 2.5.123): 30 bits of a double or of an integer, possibly in hundredths. */
export function rkNumber(rk: number): number {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32LE(rk & ~3, 4);
  const number = (rk & 2) !== 0 ? rk >> 2 : bytes.readDoubleLE(0);
  return (rk & 1) !== 0 ? number / 100 : number;
}

/** As a cell in the general format shows it: fifteen digits, without what binary fractions leave behind. */
export function plainNumber(number: number): string {
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : '';
}
