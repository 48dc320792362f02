/**
 * The suite behind every claim about speed: `npm run bench -- [--only sift,dkim] [--size small|71848] [--seed N]
 * [--data DIR] [--rounds N] [--page FILE]`. Makes its inputs, runs Tamis and what it is compared with in turns,
 * prints the tables and, when all topics ran, writes docs/benchmarks.md; with `--only` and `--page`, it puts the sections
 * of these topics into that page. A peer that is not installed is left out and named.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Bench } from './bench.ts';
import { describeMachine } from './measure/machine.ts';
import { readOptions } from './options.ts';
import { benchmarkPage, section, withSections } from './report/markdown.ts';
import type { Topic } from './report/topic.ts';
import { TOPIC_NAMES, TOPICS } from './topics/index.ts';

const { names, page, command, ...options } = readOptions(process.argv.slice(2));
const machine = describeMachine();
mkdirSync(options.data, { recursive: true });
const bench = new Bench(options);
const topics: Topic[] = [];
for (const name of names) {
  try {
    const topic = await TOPICS[name](bench);
    topics.push(topic);
    process.stdout.write(`${section(topic)}\n`);
  } catch (error) {
    // The other topics are still worth their minutes, but the page must not look whole.
    console.error(`${name}:`, error);
    process.exitCode = 1;
  }
}
bench.clear();
if (page !== null && topics.length === names.length) {
  const occasion = { date: new Date(), machine, command, rounds: options.rounds };
  const isPart = names.length < TOPIC_NAMES.length && existsSync(page);
  writeFileSync(
    page,
    isPart ? withSections(readFileSync(page, 'utf8'), topics, occasion) : benchmarkPage(topics, occasion),
  );
}
