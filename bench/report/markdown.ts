import type { Table, Topic } from './topic.ts';

export interface Occasion {
  readonly date: Date;
  readonly machine: string;
  readonly command: string;
  readonly rounds: number;
}

/** The whole of docs/benchmarks.md. */
export function benchmarkPage(topics: readonly Topic[], occasion: Occasion): string {
  const { date, machine, command, rounds } = occasion;
  return `# Benchmarks

Written by \`${command}\` on ${date.toISOString().slice(0, 10)}: ${machine}.

Every figure is of a whole process, start of the runtime included, unless it says otherwise. Programs run in turns
(A B A B); each figure is ${rounds > 1 ? `the median of ${rounds} runs, after one that warms the file cache` : 'of a single run'}. "Times" is how many times as
long as the first row. On a machine that has other work to do, processor time is the surer measure.

${aimsTable(topics)}${topics.map(section).join('\n')}`;
}

/** One topic as Markdown, which is also what the terminal shows. */
export function section({ title, about, tables, missing }: Topic): string {
  const notes = missing.map((note) => `Not measured: ${note}.\n`);
  return [`## ${title}\n`, `${about}\n`, ...tables.map(tableText), ...notes].join('\n');
}

/**
 * A page with the sections of these topics in place of those it has by the same titles; what it has none of comes last.
 * The table of aims is of the whole suite and stays: a part of it must not pass for the whole.
 */
export function withSections(
  page: string,
  topics: readonly Topic[],
  { date, machine, command }: Occasion,
): string {
  const parts = page.split(/^(?=## )/m);
  for (const topic of topics) {
    const note = `Measured by \`${command}\` on ${date.toISOString().slice(0, 10)}: ${machine}.`;
    const made = section({ ...topic, about: `${topic.about}\n\n${note}` });
    const at = parts.findIndex((part) => part.startsWith(`## ${topic.title}\n`));
    if (at >= 0) parts[at] = `${made.trimEnd()}\n\n`;
    else parts.push(made);
  }
  return `${parts
    .map((part, at) => (at === parts.length - 1 ? part : `${part.trimEnd()}\n\n`))
    .join('')
    .trimEnd()}\n`;
}

function aimsTable(topics: readonly Topic[]): string {
  const rows = topics.flatMap(({ aims }) => aims.map(({ aim, measured }) => [aim, measured]));
  return rows.length === 0 ? '' : `${tableText({ caption: 'Aims', columns: ['aim', 'measured'], rows })}\n`;
}

function tableText({ caption, columns, rows }: Table): string {
  const widths = columns.map((column, i) =>
    Math.max(3, column.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [`${caption}:\n`, line(columns), line(rule), ...rows.map(line), ''].join('\n');
}
