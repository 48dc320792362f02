import type { Bench } from '../bench.ts';
import { inTurns, median } from '../measure/turns.ts';
import { type MimeFigures, PARSERS } from '../programs/parse-mbox.ts';
import { integer, megabytes, ratio, seconds, type Topic } from '../report/topic.ts';

/** Parsing alone against postal-mime. */
export async function mimeTopic(bench: Bench): Promise<Topic> {
  const { mbox, messages, bytes } = await bench.lists();
  const contestants = PARSERS.map((name) => ({ name, command: bench.program('parse-mbox', name, mbox) }));
  const results = inTurns(contestants, bench.options.rounds).map(({ name, median: { peak }, outputs }) => {
    const runs = outputs.map((output) => JSON.parse(output) as MimeFigures);
    const wall = median(runs.map((run) => run.wall));
    return { name, wall, processor: median(runs.map((run) => run.processor)), peak };
  });
  const first = results[0];
  return {
    title: 'MIME',
    about:
      `${integer(messages)} messages (${megabytes(bytes / 1e6)}) parsed one after the other, cold, one thread; without reading and ` +
      'splitting the mbox, which is in memory as a whole. `tamis-canonical` also computes the canonical hash.',
    tables: [
      {
        caption: 'Parsing and decoding',
        columns: ['', 'wall', 'MB/s', 'processor', 'peak memory', 'wall, times', 'processor, times'],
        rows: results.map(({ name, wall, processor, peak }) => [
          name,
          seconds(wall),
          wall === null ? '–' : integer(bytes / 1e6 / wall),
          seconds(processor),
          megabytes(peak),
          ratio(wall, first?.wall ?? null),
          ratio(processor, first?.processor ?? null),
        ]),
      },
    ],
    aims: [],
    missing: [],
  };
}
