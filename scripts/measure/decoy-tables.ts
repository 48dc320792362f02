import { GATES } from '../../src/decoys/check/index.ts';
import type { DecoyRun } from './decoy-run.ts';

export const DECOYS_START =
  '<!-- decoys: written by scripts/measure-decoys.ts, do not edit between the marks -->';
export const DECOYS_END = '<!-- end of decoys -->';

/** Rows of the tables: what was measured, and its gate where it has one. */
const ROWS: readonly (readonly [figure: string, gate: number | null])[] = [
  ['metadata', GATES.metadata],
  ['text', GATES.text],
  ['text without people', null],
  ['structure', GATES.structure],
  ['paired pick, metadata', GATES.paired],
  ['paired pick, text', GATES.paired],
  ['paired pick, structure', GATES.paired],
  ['copies, with the mail at hand', null],
];
/** Mailboxes of one table: more do not fit a page. */
const ABREAST = 4;

/** The page with its tables made anew; unchanged around the marks. Throws where the marks are missing. */
export function withDecoyTables(page: string, runs: readonly DecoyRun[], about: string): string {
  const [start, end] = [page.indexOf(DECOYS_START), page.indexOf(DECOYS_END)];
  if (start < 0 || end < start) throw new Error('the marks of the tables are not in the page');
  const head = page.slice(0, start + DECOYS_START.length);
  return `${head}\n\n${about}\n\n${decoyTables(runs)}\n\n${page.slice(end)}`;
}

/** For each mailbox the mean of its seeds, the lowest and the highest, and the mean of the bounds. */
function decoyTables(runs: readonly DecoyRun[]): string {
  const mailboxes = [...Map.groupBy(runs, ({ mailbox }) => mailbox).values()];
  const tables: string[] = [];
  for (let at = 0; at < mailboxes.length; at += ABREAST)
    tables.push(tableOf(mailboxes.slice(at, at + ABREAST)));
  return [...tables, heldTable(mailboxes)].join('\n\n');
}

function tableOf(mailboxes: readonly (readonly DecoyRun[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const heads = mailboxes.map(([run]) => `${run?.mailbox}, ${run?.mails}`);
  return [
    line(['attacker', 'gate', ...heads]),
    line(['---', '---', ...heads.map(() => '---')]),
    line(['mail by people who agreed', '', ...mailboxes.map(([run]) => percent(run?.agreed ?? 0))]),
    ...ROWS.map(([figure, gate]) =>
      line([figure, gate?.toFixed(2) ?? 'none', ...mailboxes.map((runs) => cellOf(runs, figure))]),
    ),
    line(['control: real from real, lowest and highest', '0.45 to 0.55', ...mailboxes.map(floorOf)]),
    line(['control: naive templates, lowest', '0.95', ...mailboxes.map(naiveOf)]),
    line([
      'mails made at a later try',
      '',
      ...mailboxes.map((runs) => percent(mean(runs.map(({ retried }) => retried)))),
    ]),
    line(['seconds of processor: generate, check', '', ...mailboxes.map(cpuOf)]),
  ].join('\n');
}

function cellOf(runs: readonly DecoyRun[], figure: string): string {
  const values = runs.map(({ figures }) => figures[figure]?.[0] ?? Number.NaN);
  const bound = mean(runs.map(({ figures }) => figures[figure]?.[1] ?? Number.NaN));
  return `${mean(values).toFixed(3)} (${bound.toFixed(3)}), ${span(values)}`;
}

function floorOf(runs: readonly DecoyRun[]): string {
  return span(runs.flatMap(({ floor }) => floor));
}

function naiveOf(runs: readonly DecoyRun[]): string {
  return Math.min(...runs.map(({ naive }) => naive)).toFixed(3);
}

function cpuOf(runs: readonly DecoyRun[]): string {
  return [0, 1].map((at) => mean(runs.map(({ cpu }) => cpu[at] ?? 0)).toFixed(0)).join(', ');
}

/** How many runs are inside each gate, by value and by bound, over all mailboxes and seeds. */
function heldTable(mailboxes: readonly (readonly DecoyRun[])[]): string {
  const runs = mailboxes.flat();
  const lines = ROWS.flatMap(([figure, gate]) => {
    if (gate === null) return [];
    const held = (at: 0 | 1) => runs.filter(({ figures }) => (figures[figure]?.[at] ?? 1) <= gate).length;
    const means = (at: 0 | 1) =>
      mailboxes.filter((each) => mean(each.map(({ figures }) => figures[figure]?.[at] ?? 1)) <= gate).length;
    return [`| ${figure} | ${gate.toFixed(2)} | ${held(0)} | ${held(1)} | ${means(0)} | ${means(1)} |`];
  });
  const head = `| inside the gate, of ${runs.length} runs and ${mailboxes.length} mailboxes | gate | runs by value | runs by bound | mailboxes by mean value | mailboxes by mean bound |`;
  return [head, '| --- | --- | --- | --- | --- | --- |', ...lines].join('\n');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function span(values: readonly number[]): string {
  return `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
