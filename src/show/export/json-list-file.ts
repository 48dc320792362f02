import { createFile } from './file-writer.ts';

export interface JsonListFile {
  add(value: object): void;
  close(): void;
}

/**
 * A JSON document that is an object with one list, written value by value: a leak need not be held in memory to be
 * one document. Throws `export-exists`.
 * @param head everything before the first value of the list, as `{"type":"bundle","objects":[`
 */
export function createJsonList(path: string, head: string, tail: string): JsonListFile {
  const file = createFile(path);
  let first = true;
  file.write(head);
  return {
    add(value) {
      file.write(`${first ? '\n' : ',\n'}${JSON.stringify(value)}`);
      first = false;
    },
    close() {
      file.write(`\n${tail}\n`);
      file.close();
    },
  };
}
