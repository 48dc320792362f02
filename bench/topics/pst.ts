import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import type { Bench } from '../bench.ts';
import { TEXT_CHARACTERS, writeOutlookStore } from '../input/outlook-store.ts';
import { isInstalled } from '../measure/run.ts';
import { type Contestant, inTurns } from '../measure/turns.ts';
import { comparison, integer, type Table, type Topic } from '../report/topic.ts';

const ATTACHED_BYTES = 10 * 2 ** 20;
const SMALL_PER_MEGABYTE = 200;

/** Outlook stores against readpst. */
export async function pstTopic(bench: Bench): Promise<Topic> {
  const megabytes = bench.options.sizes.store;
  const large = Math.max(1, Math.round(megabytes / 10));
  const small = megabytes * SMALL_PER_MEGABYTE;
  return {
    title: 'PST',
    about:
      'Stores made for it, every item read and its message rebuilt. readpst writes its messages to files, Tamis hands them on.',
    tables: [
      compare(bench, `${integer(small)} messages of ${integer(TEXT_CHARACTERS)} characters`, small, 0),
      compare(bench, `${integer(large)} messages with 10 MB attached`, large, ATTACHED_BYTES),
    ],
    aims: [],
    missing: isInstalled('readpst') ? [] : ['readpst, which is not installed'],
  };
}

function compare(bench: Bench, caption: string, messages: number, attached: number): Table {
  const path = bench.input(`store-${messages}-${attached}.pst`);
  if (!existsSync(path)) {
    mkdirSync(bench.options.data, { recursive: true });
    writeOutlookStore(`${path}.part`, messages, attached);
    renameSync(`${path}.part`, path);
  }
  const contestants: Contestant[] = [{ name: 'Tamis', command: bench.program('read-pst', path) }];
  const out = mkdtempSync(bench.scratch('readpst-'));
  if (isInstalled('readpst')) {
    const args = ['-q', '-D', '-j', '0', '-e', '-o', out, path];
    contestants.push({ name: 'readpst', prepare: () => clear(out), command: { program: 'readpst', args } });
  }
  const results = inTurns(contestants, bench.options.rounds);
  rmSync(out, { recursive: true, force: true });
  const size = statSync(path).size / 1e6;
  return comparison(`${caption} (${integer(size)} MB)`, results, { name: 'MB/s', amount: size });
}

function clear(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}
