/** Scores as docs/evaluation.md shows them: one or several exercises, each under one or several settings. */
import { VERDICTS } from '../../model/index.ts';
import { brierScore, mergedCalibration } from './calibration.ts';
import { type KindRow, noCounts, type Outcome, type Rate, type Score } from './score.ts';

const BEGIN = '<!-- rehearsal: written by a command, do not edit between the marks -->';
const END = '<!-- end of rehearsal -->';

/** The page with its part between the marks replaced, or with that part added at its end. */
export function intoPage(page: string, part: string): string {
  const block = `${BEGIN}\n\n${part.trim()}\n\n${END}`;
  const [start, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (start === -1 || end < start) return `${page.trimEnd()}${page.trim() === '' ? '' : '\n\n'}${block}\n`;
  return page.slice(0, start) + block + page.slice(end + END.length);
}

/** The tables of all scores, a section for each setting. */
export function markdownOf(scores: readonly Score[]): string {
  const sections = [summaryTable(scores)];
  for (const [setting, group] of bySetting(scores)) {
    sections.push(`### ${setting}`, confusionTable(group), reliabilityTable(group), calibrationTable(group));
  }
  return `${sections.join('\n\n')}\n`;
}

function settingOf({ keys, reference }: Score): string {
  return `keys: ${keys}; reference archive: ${reference ? 'yes' : 'no'}`;
}

function bySetting(scores: readonly Score[]): ReadonlyMap<string, readonly Score[]> {
  return Map.groupBy(scores, settingOf);
}

function summaryTable(scores: readonly Score[]): string {
  const rows = [...bySetting(scores)].map(([, group]) => summaryRow(group));
  return [
    '| keys | reference | seeds | items | false "authentic" | kinds 1 to 20 alone | dev / held-out | detected | dev / held-out | benign doubted | genuine doubted | unverified | part named | place named | quoted lifted | Brier | messages/s |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function summaryRow(group: readonly Score[]): string {
  const sum = (of: (score: Score) => Rate): Rate => sumOf(group.map(of));
  const [first] = group;
  const speeds = group.flatMap(({ speed }) => (speed === null ? [] : [speed.messagesPerSecond]));
  const cells = [
    first?.keys ?? '',
    first?.reference === true ? 'yes' : 'no',
    group.map(({ seed }) => seed).join(', '),
    String(group.reduce((total, { items }) => total + items, 0)),
    shown(sum(({ falseAuthentic }) => falseAuthentic)),
    shown(sum(({ falseAuthentic }) => falseAuthentic.ofList)),
    `${percent(sum((score) => score.falseAuthentic.byMaker.development))} / ${percent(sum((score) => score.falseAuthentic.byMaker['held-out']))}`,
    shown(sum(({ detection }) => detection)),
    `${percent(sum((score) => score.detection.byMaker.development))} / ${percent(sum((score) => score.detection.byMaker['held-out']))}`,
    shown(sum(({ falseDoubt }) => falseDoubt.benign)),
    shown(sum(({ falseDoubt }) => falseDoubt.genuine)),
    percent(sum(({ abstention }) => abstention)),
    shown(sum(({ localisation }) => localisation.part)),
    percent(sum(({ localisation }) => localisation.place)),
    shown(sum(({ lift }) => lift)),
    brierScore(mergedCalibration(group.map(({ calibration }) => calibration)))?.toFixed(4) ?? '–',
    speeds.length === 0
      ? '–'
      : String(Math.round(speeds.reduce((total, each) => total + each, 0) / speeds.length)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function sumOf(rates: readonly Rate[]): Rate {
  return rates.reduce((total, { count, of }) => ({ count: total.count + count, of: total.of + of }), {
    count: 0,
    of: 0,
  });
}

/** A rate in per cent with one decimal; a dash where there was nothing to count. */
export function percent({ count, of }: Rate): string {
  return of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} %`;
}

/** A rate with the counts behind it. */
export function shown(rate: Rate): string {
  return `${percent(rate)} (${rate.count}/${rate.of})`;
}

const OUTCOMES: readonly Outcome[] = [...VERDICTS, 'none'];

function confusionTable(group: readonly Score[]): string {
  const rows = mergedRows(group).map(
    ({ class: of, kind, maker, counts }) =>
      `| ${of} | ${kind} | ${maker ?? ''} | ${OUTCOMES.map((each) => counts[each] || '').join(' | ')} |`,
  );
  return [
    `| class | kind | maker | ${OUTCOMES.join(' | ')} |`,
    `| --- | --- | --- | ${OUTCOMES.map(() => '--:').join(' | ')} |`,
    ...rows,
  ].join('\n');
}

/** The confusion of several exercises as one. */
function mergedRows(group: readonly Score[]): readonly KindRow[] {
  const merged = new Map<string, KindRow & { readonly counts: Record<Outcome, number> }>();
  for (const row of group.flatMap(({ confusion }) => confusion)) {
    const key = `${row.class} ${row.kind} ${row.maker ?? ''}`;
    const into = merged.get(key) ?? { ...row, counts: noCounts() };
    for (const outcome of OUTCOMES) into.counts[outcome] += row.counts[outcome];
    merged.set(key, into);
  }
  return [...merged.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function reliabilityTable(group: readonly Score[]): string {
  const rows = VERDICTS.map((verdict) => {
    const rates = group.map(({ reliability }) => reliability[verdict]);
    return `| ${verdict} | ${shown(sumOf(rates))} |`;
  });
  return ['| verdict | of the items that got it, are what they claim to be |', '| --- | --- |', ...rows].join(
    '\n',
  );
}

function calibrationTable(group: readonly Score[]): string {
  const merged = mergedCalibration(group.map(({ calibration }) => calibration));
  const bins = merged.bins.filter(({ items }) => items > 0);
  const share = (part: number, of: number): string => (part / of).toFixed(3);
  const rows = bins.map(
    ({ from, items, genuine, foretold }) =>
      `| ${from} | ${items} | ${share(foretold, items)} | ${share(genuine, items)} |`,
  );
  return [
    '| score from | items | foretold | are what they claim to be |',
    '| --: | --: | --: | --: |',
    ...rows,
    '',
    `Brier score: ${brierScore(merged)?.toFixed(4) ?? '–'}`,
  ].join('\n');
}
