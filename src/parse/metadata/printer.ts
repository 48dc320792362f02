/** `dmDeviceName` of a DEVMODE structure (Win32 DEVMODEW): 32 characters, the first thing in it; '' for noise. */
export function deviceName(bytes: Uint8Array, at: number): string {
  const end = Math.min(bytes.length & ~1, at + 64);
  if (at >= end) return '';
  const text = Buffer.from(bytes.subarray(at, end)).toString('utf16le');
  const name = text.split('\0')[0]?.trim() ?? '';
  // Mac settings are XML, and noise is no name of a printer.
  return name.length > 1 && !name.startsWith('<') && /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(name) ? name : '';
}
