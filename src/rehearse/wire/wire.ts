/** Messages as they travel: header fields and body with CRLF, one character a byte (Latin-1 strings). */
export type Header = readonly [name: string, value: string];

/** A message or part. */
export interface Wire {
  readonly headers: readonly Header[];
  readonly body: string;
}

/** The whole message: fields, an empty line, body. */
export function serialise({ headers, body }: Wire): string {
  return `${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

/** Text as UTF-8, one character a byte. */
export function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The bytes that such a string stands for. */
export function toBytes(binary: string): Buffer {
  return Buffer.from(binary, 'latin1');
}

/** The first field of that name, or the empty string. */
export function headerOf(wire: Wire, name: string): string {
  const wanted = name.toLowerCase();
  return wire.headers.find(([each]) => each.toLowerCase() === wanted)?.[1] ?? '';
}

/** The message with the values of a field changed, wherever it stands. */
export function withHeader(wire: Wire, name: string, change: (value: string) => string): Wire {
  const wanted = name.toLowerCase();
  const headers = wire.headers.map(
    (header): Header => (header[0].toLowerCase() === wanted ? [header[0], change(header[1])] : header),
  );
  return { ...wire, headers };
}

/** The message without the fields whose names match. */
export function withoutHeaders(wire: Wire, names: RegExp): Wire {
  return { ...wire, headers: wire.headers.filter(([name]) => !names.test(name)) };
}

/** The message with fields put before its own, as every hop does. */
export function prepend(wire: Wire, ...headers: readonly Header[]): Wire {
  return { ...wire, headers: [...headers, ...wire.headers] };
}
