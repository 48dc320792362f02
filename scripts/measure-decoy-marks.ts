/**
 * Whether real mail is ever taken for a decoy, and how often decoys are found again:
 *
 *     node scripts/measure-decoy-marks.ts ARCHIVE... [--case CASE]... [--only NAME]... [--seeds N] [--mails N]
 *
 * makes decoys of the mailboxes of scripts/measure/decoy-mailboxes.json with fresh seeds, enters them in a ledger, and
 * sifts a folder of copies of them (the same bytes, in another encoding, quoted, printed) with that ledger. Each CASE, a
 * sift of mail that holds no decoy, is marked with it too: whatever is marked there is a false claim. Prints a table.
 */
import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { readMailbox } from '../src/decoys/fit/index.ts';
import { COPIES, type Length, lengthOf, type Sent, sentOf, writeCopies } from './measure/decoy-copies.ts';
import { type Cut, cutMailbox, readArchive } from './measure/decoy-mailbox.ts';
import { makeSet } from './measure/decoy-run.ts';
import { timedRun } from './measure/timed-run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mailboxes: { type: 'string', default: join(import.meta.dirname, 'measure/decoy-mailboxes.json') },
    only: { type: 'string', multiple: true, default: [] },
    case: { type: 'string', multiple: true, default: [] },
    seeds: { type: 'string', default: '3' },
    mails: { type: 'string', default: '400' },
  },
});
if (positionals.length === 0) throw new Error('name an archive of mail');
const cuts = (JSON.parse(readFileSync(values.mailboxes, 'utf8')) as readonly Cut[]).filter(
  ({ name }) => values.only.length === 0 || values.only.includes(name),
);
// Ledgers ask for one, and these hold nothing that anybody would keep.
process.env.TAMIS_LEDGER_PASSPHRASE = 'nothing that is worth a secret';

const folder = mkdtempSync(join(tmpdir(), 'tamis-measure-'));
try {
  const compiled = join(folder, 'compiled');
  mkdirSync(compiled);
  const archive = await readArchive(readMailbox(positionals));
  for (let seed = 1; seed <= Number(values.seeds); seed++)
    for (const cut of cuts) await measure(cutMailbox(archive, cut), cut.name, seed, compiled);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(
  mailbox: ReturnType<typeof cutMailbox>,
  name: string,
  number: number,
  compiled: string,
): Promise<void> {
  const place = join(folder, 'set');
  const ledger = join(folder, 'ledger');
  const run = async (...args: string[]) => (await timedRun([args], { compiled })).output;
  try {
    // Other seeds than the check's: these decoys were never looked at.
    const seed = hash('sha256', `marks ${number}`);
    await makeSet(mailbox, seed, Number(values.mails), { place, folder, compiled });
    await run('decoys', 'checkpoint', place, '--ledger', ledger, '--json');
    const decoys = mailsIn(join(place, 'items'));
    const copies = join(folder, 'copies');
    writeCopies(copies, decoys);
    const of = join(folder, 'copies.tamis');
    await run('sift', copies, '--ledger', ledger, '--case', of, '--json');
    console.log(`\n${name}, seed ${number}\n\n${recallTable(decoys, marked(of))}`);
    for (const each of values.case) {
      await run('sift', '--case', each, '--ledger', ledger, '--json');
      console.log(`false claims in ${each}: ${marked(each).size}`);
    }
  } finally {
    for (const each of ['set', 'ledger', 'copies', 'copies.tamis'])
      rmSync(join(folder, each), { recursive: true, force: true });
  }
}

function mailsIn(items: string): ReadonlyMap<string, Sent> {
  const names = readdirSync(items).filter((name) => name.endsWith('.eml'));
  return new Map(names.map((name) => [name.slice(0, -4), sentOf(readFileSync(join(items, name)))]));
}

/** Paths of the items that are marked, with the id of the decoy that they are said to be. */
function marked(of: string): ReadonlyMap<string, string> {
  const database = new DatabaseSync(join(of, 'case.db'), { readOnly: true });
  const rows = database.prepare('SELECT path, decoy FROM decoys JOIN items USING (row)').all();
  database.close();
  return new Map(rows.map(({ path, decoy }) => [String(path), String(decoy)]));
}

function recallTable(decoys: ReadonlyMap<string, Sent>, found: ReadonlyMap<string, string>): string {
  const lengths: readonly Length[] = ['19 words or more', '11 to 18', 'fewer'];
  const byLength = Map.groupBy(decoys, ([, sent]) => lengthOf(sent));
  const rows = Object.entries(COPIES).map(([name, { says, ending }]) => {
    const cells = lengths.map((length) => {
      const some = byLength.get(length) ?? [];
      const hits = some.filter(([id]) =>
        [...found].some(([path, as]) => as === id && path.endsWith(`${name}/${id}.${ending}`)),
      );
      return `${hits.length} of ${some.length}`;
    });
    return `| ${says} | ${cells.join(' | ')} |`;
  });
  const wrong = [...found].filter(([path, id]) => !path.includes(id)).length;
  return `| | ${lengths.join(' | ')} |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n\nmarked as another decoy of the ledger: ${wrong}`;
}
