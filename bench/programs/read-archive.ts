/** Reads every byte of every entry of an archive: `node bench/programs/read-archive.ts FILE`. */
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { detectArchive, openArchive } from '../../src/parse/archive/archive.ts';
import { openFile } from '../../src/source/file.ts';

const HEAD_BYTES = 4096;

async function readArchive(path: string): Promise<{ entries: number; bytes: number }> {
  const source = openFile(path);
  const format = detectArchive(source.read(0, HEAD_BYTES), source);
  if (format === null) throw new Error(`${path} is no archive`);
  const reader = await openArchive(format, source, { passwords: [], limits: DEFAULT_LIMITS });
  let [entries, bytes] = [0, 0];
  for await (const { outcome } of reader.entries(0)) {
    entries++;
    if (outcome.type === 'bytes') bytes += outcome.bytes.length;
    else if (outcome.type === 'stream') for await (const chunk of outcome.chunks) bytes += chunk.length;
    else throw new Error(`${path}: ${outcome.type}`);
  }
  reader.close();
  return { entries, bytes };
}

if (import.meta.main) {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new Error('FILE');
  process.stdout.write(`${JSON.stringify(await readArchive(path))}\n`);
}
