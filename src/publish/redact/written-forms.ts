/** Shorter values stand in any file by accident. */
const SHORTEST = 8;

/** `00 00 00 00 00` stands in any table of zeros; the texts are searched for it all the same. */
const FEWEST_SIGNS = 4;

/**
 * The bytes of a value in the forms files keep it in: UTF-8, UTF-16 of both orders, windows-1252, hexadecimal, percent signs,
 * base64 at each of its three alignments. Values that are too short to tell from chance give none.
 */
export function writtenForms(value: string): readonly Buffer[] {
  const isTelling = new Set(value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')).size >= FEWEST_SIGNS;
  if (!isTelling || Buffer.byteLength(value) < SHORTEST) return [];
  const spellings = [
    ...new Set([value, value.toLowerCase(), value.toUpperCase(), value.replace(/[\s.-]/gu, '')]),
  ].filter((one) => one.length >= SHORTEST);
  return spellings.flatMap((spelling) => {
    const utf8 = Buffer.from(spelling);
    const little = Buffer.from(spelling, 'utf16le');
    const big = Buffer.from(little).swap16();
    return [
      utf8,
      Buffer.from(spelling, 'latin1'),
      little,
      big,
      Buffer.from(utf8.toString('hex')),
      Buffer.from(utf8.toString('hex').toUpperCase()),
      Buffer.from(encodeURIComponent(spelling)),
      ...[0, 1, 2].flatMap((shift) => base64At(utf8, shift)),
    ];
  });
}

/** What of a value in base64 does not depend on its neighbours, when it begins `shift` bytes into a group of three. */
function base64At(value: Buffer, shift: number): Buffer[] {
  const padded = Buffer.concat([Buffer.alloc(shift), value]);
  const whole = padded.subarray(0, padded.length - (padded.length % 3)).toString('base64');
  const kept = whole.slice(shift === 0 ? 0 : 4);
  return kept.length >= SHORTEST ? [Buffer.from(kept)] : [];
}
