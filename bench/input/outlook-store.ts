import { closeSync, openSync, writeSync } from 'node:fs';
import { UNICODE } from '../../src/parse/pst/layout.ts';
import { PstWriter } from '../../test/outlook/pst-writer.ts';
import {
  file,
  INBOX,
  mail,
  messageNode,
  recipient,
  type SampleMessage,
  storeNodes,
} from '../../test/outlook/sample-store.ts';

/** Characters in the text of each message. */
export const TEXT_CHARACTERS = 1500;

/** Where the writer begins with its pages (MS-PST 2.6.1.1.1: everything before is header and reserved). */
const FIRST_PAGE = 0x4600;
const FIRST_NODE = 0x200024;
const NODE_STEP = 32;

/** Writes a PST of equal messages with `attached` bytes each, node by node: it never is in memory. */
export function writeOutlookStore(path: string, messages: number, attached: number): void {
  const out = openSync(path, 'w');
  const layout = UNICODE;
  const content = Uint8Array.from({ length: attached }, (_, index) => (index * 2654435761) >>> 13);
  const sample = (index: number): SampleMessage => ({
    node: FIRST_NODE + index * NODE_STEP,
    folder: INBOX,
    values: mail(`message ${index}`, `number ${index} `.padEnd(TEXT_CHARACTERS, 'The quick brown fox. ')),
    recipients: [recipient(1, 'Bob', 'bob@example.net'), recipient(2, 'Cy', 'cy@example.net')],
    attachments: attached > 0 ? [file('large.bin', content)] : [],
  });
  let offset = FIRST_PAGE;
  const writer = new PstWriter({ layout, cipher: 'permute', nodes: [] }, (bytes) => {
    offset += writeSync(out, bytes, 0, bytes.length, offset);
  });
  const listed = Array.from({ length: messages }, (_, index) => ({
    node: FIRST_NODE + index * NODE_STEP,
    folder: INBOX,
  }));
  for (const node of storeNodes(layout, listed)) writer.add(node);
  for (let index = 0; index < messages; index++) writer.add(messageNode(layout, sample(index)));
  const header = writer.finish();
  writeSync(out, header, 0, header.length, 0);
  closeSync(out);
}
