import { rmSync } from 'node:fs';
import type { Bench } from '../bench.ts';
import { FULL_MESSAGES } from '../input/dump.ts';
import { isInstalled } from '../measure/run.ts';
import { type Contestant, inTurns } from '../measure/turns.ts';
import { comparison, integer, megabytes, seconds, type Topic } from '../report/topic.ts';

/** From this many messages on, one run without a warm-up: minutes, and more bytes than a file cache holds. */
const LARGE = 20_000;

/** A whole dump in many forms, with attachments; no other program reads it all, so reading and hashing is the peer. */
export async function dumpTopic(bench: Bench): Promise<Topic> {
  const dump = bench.dump();
  const directory = bench.scratch('case-dump');
  const clear = () => rmSync(directory, { recursive: true, force: true });
  const tamis = { name: 'Tamis', prepare: clear, command: bench.sift(dump.folder, directory, dump.keys) };
  const hashing: Contestant = {
    name: 'sha256sum of every file',
    command: { program: 'find', args: [dump.folder, '-type', 'f', '-exec', 'sha256sum', '{}', '+'] },
  };
  const canHash = isInstalled('find') && isInstalled('sha256sum');
  const contestants = canHash ? [tamis, hashing] : [tamis];
  const large = dump.messages >= LARGE;
  const results = inTurns(contestants, large ? 1 : bench.options.rounds);
  const found = JSON.parse(results[0]?.outputs[0] ?? '{}') as {
    items?: { total?: number };
    failures?: number;
  };
  clear();
  return {
    title: 'Sift of a dump with attachments',
    about:
      `${integer(dump.messages)} made-up messages in French and English, ${megabytes(dump.bytes / 1e6)}, made with a fixed seed in ` +
      `${seconds(dump.seconds)}: two mbox files, two Maildirs, zips of messages, loose documents; a part of the ` +
      `mail signed. Tamis finds ${integer(found.items?.total ?? 0)} items, ${found.failures ?? 0} unread, extracts and indexes the ` +
      `attachments' text.${large ? ' One run, without a warm-up.' : ''}`,
    tables: [comparison('Whole processes', results, { name: 'MB/s', amount: dump.bytes / 1e6 })],
    aims:
      dump.messages < FULL_MESSAGES
        ? []
        : [
            {
              aim: 'a dump of 9 GB in under four minutes',
              measured: seconds(results[0]?.median.wall ?? null),
            },
            { aim: 'peak memory over 9 GB below 1 GB', measured: megabytes(results[0]?.median.peak ?? null) },
          ],
    missing: canHash ? [] : ['reading and hashing alone: no find, or no sha256sum'],
  };
}
