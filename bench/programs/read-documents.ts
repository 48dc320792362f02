/**
 * Reads every document of some folders, text and metadata: `node bench/programs/read-documents.ts FOLDER...`, or
 * `--files FILE...`. Tells counts, processor time and failures by media type.
 */
import { readFileSync } from 'node:fs';
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { detectBytes } from '../../src/parse/detect/detect.ts';
import { readDocument } from '../../src/parse/document/read.ts';
import { filesIn } from '../input/documents.ts';

export interface TypeFigures {
  readonly count: number;
  readonly bytes: number;
  /** Processor seconds of reading alone, start of the runtime not included. */
  readonly seconds: number;
  readonly characters: number;
  readonly fields: number;
  /** How many failed by each reason. */
  readonly failures: Readonly<Record<string, number>>;
}

async function readAll(paths: readonly string[]): Promise<Record<string, TypeFigures>> {
  const types: Record<string, TypeFigures> = {};
  for (const path of paths) {
    const bytes = readFileSync(path);
    const { type, kind } = detectBytes(bytes, path);
    if (kind !== 'document' && kind !== 'image') continue;
    const before = process.cpuUsage();
    const read = await readDocument(type, bytes, { passwords: [], limits: DEFAULT_LIMITS });
    const { user, system } = process.cpuUsage(before);
    const old = types[type] ?? NOTHING;
    const isUnread = kind === 'document' && read.status === 'unsupported';
    const code = read.failure?.code ?? (isUnread ? 'unsupported' : undefined);
    types[type] = {
      count: old.count + 1,
      bytes: old.bytes + bytes.length,
      seconds: old.seconds + (user + system) / 1e6,
      characters: old.characters + read.text.length,
      fields: old.fields + read.metadata.length,
      failures:
        code === undefined ? old.failures : { ...old.failures, [code]: (old.failures[code] ?? 0) + 1 },
    };
  }
  return types;
}

const NOTHING: TypeFigures = { count: 0, bytes: 0, seconds: 0, characters: 0, fields: 0, failures: {} };

if (import.meta.main) {
  const [first, ...rest] = process.argv.slice(2);
  if (first === undefined) throw new Error('FOLDER... or --files FILE...');
  const paths = first === '--files' ? rest : [first, ...rest].flatMap(filesIn);
  process.stdout.write(`${JSON.stringify(await readAll(paths))}\n`);
}
