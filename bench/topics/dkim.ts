import type { Bench } from '../bench.ts';
import { inTurns, median, type Result } from '../measure/turns.ts';
import type { Rate } from '../programs/verify-dkim.ts';
import { integer, megabytes, ratio, type Table, type Topic } from '../report/topic.ts';

/** DKIM verification on one thread against mailauth, the usual JavaScript verifier. */
export async function dkimTopic(bench: Bench): Promise<Topic> {
  return {
    title: 'DKIM',
    about:
      'Signed messages of 5 KB (one of 5 MB) made for it, relaxed/relaxed, rsa-sha256; one thread, without start and making ' +
      'of messages. mailauth parses inside, so the first row is the one to compare.',
    tables: [1024, 2048].map((bits) => rates(bench, bits)),
    missing: [],
  };
}

function rates(bench: Bench, bits: number): Table {
  const results = inTurns(
    ['tamis', 'mailauth'].map((name) => ({
      name,
      command: bench.program('verify-dkim', name, String(bits), String(bench.options.sizes.signed)),
    })),
    bench.options.rounds,
  );
  const [tamis, mailauth] = results;
  const peer = mailauth === undefined ? undefined : medianRates(mailauth)[0];
  const row = (name: string, rate: Rate, peak: number | null) => [
    name,
    integer(rate.wall),
    integer(rate.processor),
    ratio(rate.wall, peer?.wall ?? null),
    ratio(rate.processor, peer?.processor ?? null),
    megabytes(peak),
  ];
  return {
    caption: `Keys of ${bits} bits`,
    columns: [
      '',
      'messages/s',
      'per processor second',
      'rate, times',
      'per processor second, times',
      'peak memory',
    ],
    rows: [
      ...(tamis === undefined ? [] : medianRates(tamis)).map((rate) =>
        row(`Tamis: ${rate.what}`, rate, tamis?.median.peak ?? null),
      ),
      ...(peer === undefined ? [] : [row(`mailauth: ${peer.what}`, peer, mailauth?.median.peak ?? null)]),
    ],
  };
}

function medianRates({ outputs }: Result): Rate[] {
  const runs = outputs.map((output) => JSON.parse(output) as Rate[]);
  return (runs[0] ?? []).map(({ what }, at) => ({
    what,
    wall: median(runs.map((run) => run[at]?.wall ?? 0)) ?? 0,
    processor: median(runs.map((run) => run[at]?.processor ?? 0)) ?? 0,
  }));
}
