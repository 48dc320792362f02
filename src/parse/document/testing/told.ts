/** What tests ask of the metadata of a document made by code. */
import assert from 'node:assert/strict';
import { DEFAULT_LIMITS } from '../../../model/index.ts';
import { writeZip } from '../../archive/testing/zip-writer.ts';
import { documentMetadata } from '../metadata.ts';

export const OOXML = 'application/vnd.openxmlformats-officedocument.';
export const OPTIONS = { passwords: [], limits: DEFAULT_LIMITS };

/** The metadata of a document, each value and clock also as one line that a test can name. */
export function told(type: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const found = documentMetadata(type, bytes, OPTIONS);
  const lines = found.metadata.map(({ field, value, where }) => `${field}=${value} @ ${where}`);
  const clocks = found.clocks.map(
    ({ source, time, precision, zone }) => `${time} ${precision} ${zone} @ ${source}`,
  );
  return { ...found, lines, clocks };
}

/** Asserts that each wanted line is among them. */
export function has(lines: readonly string[], ...wanted: readonly string[]): void {
  for (const line of wanted) assert.ok(lines.includes(line), `${line}\nnot in\n${lines.join('\n')}`);
}

export const packed = (parts: Readonly<Record<string, string>>) =>
  writeZip(Object.entries(parts).map(([name, text]) => ({ name, content: text })));
