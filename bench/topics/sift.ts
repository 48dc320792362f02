import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Bench } from '../bench.ts';
import type { Lists } from '../input/lists.ts';
import { isInstalled, measureRun } from '../measure/run.ts';
import { type Contestant, inTurns, type Result } from '../measure/turns.ts';
import { type Aim, comparison, integer, megabytes, ratio, type Topic } from '../report/topic.ts';

/** The whole of `tamis sift` against the mail indexers mu and notmuch, which read headers and text only. */
export async function siftTopic(bench: Bench): Promise<Topic> {
  const lists = await bench.lists();
  const peers = [mu(bench, lists), notmuch(bench, lists)].filter((peer) => isInstalled(peer.command.program));
  const results = inTurns([...tamis(bench, lists), ...peers], bench.options.rounds);
  bench.leaveListsCase(bench.scratch('case-mbox'));
  const missing = ['mu', 'notmuch'].filter((name) => !isInstalled(name));
  const what = lists.real
    ? 'real messages of public mailing lists'
    : 'made-up messages (the real ones are not here)';
  return {
    title: 'Sift against mail indexers',
    about:
      `${integer(lists.messages)} ${what}, ${megabytes(lists.bytes / 1e6)}. Tamis hashes, parses, verifies DKIM with a key ` +
      'file, threads, finds duplicates, judges, and indexes the full text with attachments; mu and notmuch index ' +
      'headers and text. A new case and a new index each time.',
    tables: [comparison('Whole processes', results, { name: 'messages/s', amount: lists.messages })],
    aims: aims(results),
    missing: missing.map((name) => `${name}, which is not installed`),
  };
}

/** How many times as fast as each peer, from either form. */
function aims(results: readonly Result[]): Aim[] {
  const own = results.filter(({ name }) => name.startsWith('Tamis'));
  const against = ([peer, times]: readonly [string, number]) =>
    results
      .filter(({ name }) => name.startsWith(peer))
      .flatMap(({ median }) =>
        own.map((tamis) => ({
          aim: `${tamis.name}: ${times} times the speed of ${peer}`,
          measured: `${ratio(median.wall, tamis.median.wall)} times`,
        })),
      );
  const peaks = own.map(({ median }) => median.peak ?? 0);
  return [
    ...(
      [
        ['mu', 5],
        ['notmuch', 10],
      ] as const
    ).flatMap(against),
    { aim: 'peak memory of the sift below 1 GB', measured: megabytes(Math.max(...peaks)) },
  ];
}

function tamis(bench: Bench, { maildir, mbox, keys }: Lists): Contestant[] {
  return (
    [
      ['Tamis, Maildir', maildir, bench.scratch('case-maildir')],
      ['Tamis, mbox', mbox, bench.scratch('case-mbox')],
    ] as const
  ).map(([name, input, directory]) => ({
    name,
    prepare: () => rmSync(directory, { recursive: true, force: true }),
    command: bench.sift(input, directory, keys),
  }));
}

function mu(bench: Bench, { maildir }: Lists): Contestant {
  const home = bench.scratch('mu');
  return {
    name: 'mu index, Maildir',
    prepare: () => {
      rmSync(home, { recursive: true, force: true });
      measureRun({ program: 'mu', args: ['init', `--maildir=${maildir}`, `--muhome=${home}`, '--quiet'] });
    },
    command: { program: 'mu', args: ['index', `--muhome=${home}`, '--quiet'] },
  };
}

function notmuch(bench: Bench, { maildir }: Lists): Contestant {
  const home = bench.scratch('notmuch');
  const config = `${home}/config`;
  return {
    name: 'notmuch new, Maildir',
    prepare: () => {
      rmSync(home, { recursive: true, force: true });
      mkdirSync(home, { recursive: true });
      // The index outside the mail (split configuration), so that mu does not see it.
      const database = `[database]\npath=${home}\nmail_root=${maildir}\n`;
      writeFileSync(
        config,
        `${database}[user]\nname=bench\nprimary_email=bench@example.org\n[new]\ntags=new\n`,
      );
    },
    command: { program: 'notmuch', args: [`--config=${config}`, 'new', '--quiet'] },
  };
}
