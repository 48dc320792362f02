import type { Bench } from '../bench.ts';
import { inTurns, median, type Result } from '../measure/turns.ts';
import type { Rate } from '../programs/verify-dkim.ts';
import { integer, megabytes, ratio, type Table, type Topic } from '../report/topic.ts';

/** The keys that signers use: 1024 bits until about 2018, 2048 since. */
const KEY_BITS = [1024, 2048] as const;

/** DKIM verification on one thread against mailauth, the usual JavaScript verifier. */
export async function dkimTopic(bench: Bench): Promise<Topic> {
  const measured = KEY_BITS.map((bits) => measure(bench, bits));
  return {
    title: 'DKIM',
    about:
      'Signed messages made for it, relaxed/relaxed, rsa-sha256; one thread, without start and making of messages. ' +
      'mailauth parses inside, so that the first row of Tamis is the one to compare.',
    tables: measured.map(table),
    aims: measured.map(({ bits, tamis }) => ({
      aim: `5,000 messages of 5 KB a second on one core, key of ${bits} bits`,
      measured: `${integer(tamis[0]?.wall ?? 0)} (${integer(tamis[0]?.processor ?? 0)} per processor second)`,
    })),
    missing: [],
  };
}

interface Measured {
  readonly bits: number;
  readonly tamis: readonly Rate[];
  readonly mailauth: readonly Rate[];
  readonly peaks: readonly (number | null)[];
}

function measure(bench: Bench, bits: number): Measured {
  const { rounds, sizes } = bench.options;
  const [tamis, mailauth] = inTurns(
    ['tamis', 'mailauth'].map((name) => ({
      name,
      command: bench.program('verify-dkim', name, String(bits), String(sizes.signed)),
    })),
    rounds,
  );
  if (tamis === undefined || mailauth === undefined) throw new Error('two programs, two results');
  const peaks = [tamis.median.peak, mailauth.median.peak];
  return { bits, tamis: medianRates(tamis), mailauth: medianRates(mailauth), peaks };
}

function table({ bits, tamis, mailauth, peaks: [peak = null, peerPeak = null] }: Measured): Table {
  const peer = mailauth[0];
  const row = (name: string, { what, bytes, wall, processor }: Rate, memory: number | null) => [
    `${name}: ${what}`,
    `${integer(bytes / 1000)} KB`,
    integer(wall),
    integer(processor),
    ratio(wall, peer?.bytes === bytes ? peer.wall : null),
    ratio(processor, peer?.bytes === bytes ? peer.processor : null),
    megabytes(memory),
  ];
  return {
    caption: `Keys of ${bits} bits; "times" is of mailauth's rate`,
    columns: [
      '',
      'size',
      'messages/s',
      'per processor second',
      'times',
      'per processor second, times',
      'peak memory',
    ],
    rows: [
      ...tamis.map((rate) => row('Tamis', rate, peak)),
      ...mailauth.map((rate) => row('mailauth', rate, peerPeak)),
    ],
  };
}

function medianRates({ outputs }: Result): Rate[] {
  const runs = outputs.map((output) => JSON.parse(output) as Rate[]);
  return (runs[0] ?? []).map(({ what, bytes }, at) => ({
    what,
    bytes,
    wall: median(runs.map((run) => run[at]?.wall ?? 0)) ?? 0,
    processor: median(runs.map((run) => run[at]?.processor ?? 0)) ?? 0,
  }));
}
