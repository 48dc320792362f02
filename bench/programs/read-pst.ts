/** Reads every item of a PST and rebuilds its message: `node bench/programs/read-pst.ts FILE`. */
import { DEFAULT_LIMITS } from '../../src/model/index.ts';
import { openPst } from '../../src/parse/pst/pst.ts';
import { openFile } from '../../src/source/file.ts';

async function readStore(path: string): Promise<{ items: number }> {
  const reader = openPst(openFile(path), { passwords: [], limits: DEFAULT_LIMITS });
  let items = 0;
  for await (const { outcome } of reader.entries(0)) {
    if (outcome.type !== 'rebuilt') throw new Error('an item of the benchmark was not read whole');
    items++;
  }
  reader.close();
  return { items };
}

if (import.meta.main) {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new Error('FILE');
  process.stdout.write(`${JSON.stringify(await readStore(path))}\n`);
}
