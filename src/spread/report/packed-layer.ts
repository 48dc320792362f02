import { NumberReader, NumberWriter } from '../coordination/packed-numbers.ts';
import type { DealtLayer } from './nulls.ts';

/** What is dealt out of a layer, as text, for another process. Times are whole milliseconds. */
export function packLayer({ shares, stratum, strata }: DealtLayer): string {
  const { count, object, account, content, time, own } = shares;
  const writer = new NumberWriter();
  for (const size of [count, strata, shares.objects, shares.accounts, shares.contents]) writer.add(size);
  for (let row = 0; row < count; row++) {
    // Rows lie by account and time: of these the differences are small.
    writer.addSigned((account[row] ?? 0) - (account[row - 1] ?? 0));
    writer.addSigned((time[row] ?? 0) - (time[row - 1] ?? 0));
    writer.addSigned((content[row] ?? 0) - (content[row - 1] ?? 0));
    writer.add((object[row] ?? 0) * 2 + (own[row] ?? 0));
    writer.add(stratum[row] ?? 0);
  }
  return writer.text();
}

/** What `packLayer` made text of. */
export function unpackLayer(packed: string): DealtLayer {
  const reader = new NumberReader(packed);
  const count = reader.next();
  const strata = reader.next();
  const [objects, accounts, contents] = [reader.next(), reader.next(), reader.next()];
  const column = () => new Uint32Array(count);
  const [object, account, content, stratum] = [column(), column(), column(), column()];
  const time = new Float64Array(count);
  const own = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    account[row] = (account[row - 1] ?? 0) + reader.nextSigned();
    time[row] = (time[row - 1] ?? 0) + reader.nextSigned();
    content[row] = (content[row - 1] ?? 0) + reader.nextSigned();
    const shared = reader.next();
    object[row] = Math.floor(shared / 2);
    own[row] = shared % 2;
    stratum[row] = reader.next();
  }
  return {
    stratum,
    strata,
    shares: { count, object, account, content, time, own, objects, accounts, contents },
  };
}
