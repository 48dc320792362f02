import type { Bench } from '../bench.ts';
import { makeArchives } from '../input/archives.ts';
import { isInstalled } from '../measure/run.ts';
import { inTurns } from '../measure/turns.ts';
import { comparison, integer, type Topic } from '../report/topic.ts';

/** Every byte of every entry, against the native tools that test or unpack the same file. */
export async function archiveTopic(bench: Bench): Promise<Topic> {
  const { data, seed, rounds, sizes } = bench.options;
  const inputs = makeArchives(data, sizes.archive, seed);
  const programs = new Set(inputs.flatMap(({ peers }) => peers.map(([program]) => program)));
  const absent = [...programs].filter((program) => !isInstalled(program));
  const tables = inputs.map(({ name, path, peers }) => {
    const others = peers.filter(([program]) => !absent.includes(program));
    const contestants = [
      { name: 'Tamis', command: bench.program('read-archive', path) },
      ...others.map(([program, ...args]) => ({
        name: program,
        command: { program, args, discard: true as const },
      })),
    ];
    return comparison(name, inTurns(contestants, rounds));
  });
  return {
    title: 'Archives',
    about:
      `${integer(sizes.archive)} messages of 5 KB in one archive, read to the last byte and checked. The other tools are native ` +
      'programs; Tamis reads with JavaScript and WebAssembly only.',
    tables,
    aims: [],
    missing: absent.map((name) => `${name}, which is not installed`),
  };
}
