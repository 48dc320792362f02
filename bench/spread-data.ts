import { closeSync, openSync, writeSync } from 'node:fs';
import { type Random, seededRandom } from '../src/spread/report/random.ts';

/**
 * Writes `count` made-up shares as CSV. The model is that of the stored reference runs: three days, accounts by
 * Zipf's law (15 for every hundred posts), objects by Zipf and Mandelbrot (12 for every hundred), a burst
 * of six hours, delays log-normal about one hour. The same count gives the same bytes.
 */
export function writeSynthetic(path: string, count: number): void {
  const random = seededRandom(20_170_505);
  const hours = 72 * 3600;
  const accounts = Math.max(1000, Math.floor(count * 0.15));
  const objects = Math.max(500, Math.floor(count * 0.12));
  const account = drawer(random, accounts, (rank) => 1 / rank ** 1.1, 0.0025);
  const object = drawer(random, objects, (rank) => 1 / (rank + 20) ** 1.05, 1);
  const start = Float64Array.from({ length: objects }, () =>
    random() < 0.4 ? 30 * 3600 + random() * 6 * 3600 : random() * hours,
  );
  writeRows(path, count, () => {
    const shared = object();
    const begun = start[shared] ?? 0;
    const late = begun + Math.exp(Math.log(3600) + 1.8 * normal(random));
    const at = late < hours ? late : begun + random() * Math.max(1, hours - begun);
    return [`o${shared}`, `a${account()}`, Math.min(hours - 1, Math.floor(at))];
  });
}

/** One hashtag, `count` posts in 3.5 hours that come faster and faster; the ten busiest post 2 to 3 %. */
export function writeHot(path: string, count: number): void {
  const random = seededRandom(20_170_505);
  const account = drawer(random, Math.floor(count / 2), (rank) => 1 / (rank + 30) ** 0.8, 1);
  writeRows(path, count, () => ['macronleaks', `a${account()}`, Math.floor(12_600 * random() ** (1 / 1.6))]);
}

function writeRows(path: string, count: number, row: () => readonly [string, string, number]): void {
  const fd = openSync(path, 'w');
  let text = 'object_id,account_id,content_id,timestamp_share\n';
  for (let i = 0; i < count; i++) {
    const [object, account, second] = row();
    text += `${object},${account},c${i},${1_493_938_800 + second}\n`;
    if (text.length > 2 ** 20) {
      writeSync(fd, text);
      text = '';
    }
  }
  writeSync(fd, text);
  closeSync(fd);
}

function drawer(random: Random, count: number, weight: (rank: number) => number, cap: number): () => number {
  const weights = Float64Array.from({ length: count }, (_, i) => weight(i + 1));
  const total = weights.reduce((sum, value) => sum + value, 0);
  const sums = new Float64Array(count);
  let sum = 0;
  weights.forEach((value, i) => {
    sum += Math.min(cap, value / total);
    sums[i] = sum;
  });
  return () => {
    const at = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
