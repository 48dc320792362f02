import type { CountedValue, SavedFile } from '../../../../src/model/trace.ts';
import type { BatchJson } from '../../../../src/server/api/traces.ts';
import { hrefToItem } from '../../components/item-anchor.tsx';
import { formatMinute, formatMoment } from '../../i18n/format-date.ts';
import { formatDuration } from '../../i18n/format-duration.ts';
import { formatShare } from '../../i18n/format-number.ts';
import { t, tn } from '../../i18n/t.ts';
import { TRACES } from './traces-texts.ts';

/** Files drawn of one batch: a picture taller than this is no picture. */
const MOST_FILES = 60;

const ROW = 22;
const LEFT = 260;
const WIDTH = 1000;

/** A batch of saves: files down, time across. A machine that saves one file a minute draws a diagonal. */
export function BatchPicture({ batch }: { readonly batch: BatchJson }) {
  const files = [...batch.files].sort((a, b) => a.saved.localeCompare(b.saved)).slice(0, MOST_FILES);
  const start = Date.parse(batch.from);
  const span = Math.max(1000, Date.parse(batch.to) - start);
  const x = (time: string) => LEFT + 14 + ((Date.parse(time) - start) / span) * (WIDTH - LEFT - 34);
  return (
    <figure class="batch">
      <figcaption>
        <strong>{tn(TRACES.batch, batch.files.length)}</strong>
        {batch.lastAuthors.length > 0 && ` ${t(TRACES.by, { name: namesOf(batch.lastAuthors) })}`}
        {batch.applications.length > 0 && ` ${t(TRACES.with, { name: namesOf(batch.applications) })}`}
        <span class="soft small">
          {' '}
          {t(TRACES.span, {
            from: formatMinute(batch.from),
            to: formatMinute(batch.to),
            length: formatDuration(span),
          })}
          {' · '}
          {t(TRACES.chance, { share: tellChance(batch.probability) })}
        </span>
      </figcaption>
      <div class="scroll-x">
        {/* biome-ignore lint/a11y/useSemanticElements: a group of links inside a drawing */}
        <svg
          role="group"
          aria-label={t(TRACES.batches)}
          viewBox={`0 0 ${WIDTH} ${files.length * ROW + 6}`}
          width={WIDTH}
          height={files.length * ROW + 6}
        >
          <title>{t(TRACES.batches)}</title>
          {files.map((file, index) => (
            <Save key={`${file.id} ${file.source}`} file={file} x={x(file.saved)} y={index * ROW + ROW / 2} />
          ))}
        </svg>
      </div>
      {batch.files.length > MOST_FILES && <p class="soft small">{t(TRACES.batchMore, { n: MOST_FILES })}</p>}
    </figure>
  );
}

function Save({ file, x, y }: { readonly file: SavedFile; readonly x: number; readonly y: number }) {
  const says = t(TRACES.save, { name: file.name, time: formatMoment(file.saved) });
  return (
    <a href={hrefToItem(file.id, 'traces')} aria-label={says}>
      <title>{says}</title>
      <rect class="reach" x="0" y={y - ROW / 2} width={WIDTH} height={ROW} />
      <text x={LEFT} y={y + 4} text-anchor="end">
        {file.name.length > 38 ? `…${file.name.slice(-37)}` : file.name}
      </text>
      <line x1={LEFT + 10} x2={WIDTH - 10} y1={y} y2={y} />
      <circle cx={x} cy={y} r="5" />
    </a>
  );
}

function namesOf(values: readonly CountedValue[]): string {
  return values.map(({ value }) => value).join(', ');
}

/** Small chances are told as a power of ten: more digits would promise what the model does not hold. */
function tellChance(probability: number): string {
  if (probability >= 0.001) return formatShare(probability);
  const power = Math.ceil(Math.log10(Math.max(probability, 1e-300)));
  return `<\u202f10${superscript(power)}`;
}

function superscript(power: number): string {
  return [...String(power)].map((sign) => (sign === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? ''))).join('');
}
