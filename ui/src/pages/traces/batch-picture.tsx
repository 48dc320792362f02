import type { CountedValue, SavedFile } from '../../../../src/model/trace.ts';
import type { BatchJson } from '../../../../src/server/api/traces.ts';
import { hrefToItem, nameOrId } from '../../components/item-anchor.tsx';
import { formatMinute, formatMoment } from '../../i18n/format-date.ts';
import { formatDuration } from '../../i18n/format-duration.ts';
import { formatNumber, formatShare } from '../../i18n/format-number.ts';
import { languageName } from '../../i18n/language-name.ts';
import { t, tn } from '../../i18n/t.ts';
import { TRACES } from './traces-texts.ts';

/** Files drawn of one batch: a picture taller than this is no picture. */
const MOST_FILES = 60;

/** A batch of saves: files down, time across. A machine that saves one file a minute draws a diagonal. */
export function BatchPicture({ batch }: { readonly batch: BatchJson }) {
  const files = [...batch.files].sort((a, b) => a.saved.localeCompare(b.saved)).slice(0, MOST_FILES);
  const start = Date.parse(batch.from);
  const span = Math.max(1000, Date.parse(batch.to) - start);
  return (
    <figure class="batch">
      <figcaption>
        <strong>{tn(TRACES.batch, batch.files.length)}</strong>
        {batch.lastAuthors.length > 0 && ` ${t(TRACES.by, { name: namesOf(batch.lastAuthors, batch) })}`}
        {batch.applications.length > 0 && ` ${t(TRACES.with, { name: namesOf(batch.applications, batch) })}`}
        {batch.languages.length > 0 && ` ${t(TRACES.menus, { name: menusOf(batch.languages) })}`}
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
        <br />
        <span class="small">{t(batch.foreign.length > 0 ? TRACES.strange : TRACES.ofTheHouse)}</span>
      </figcaption>
      <ul class="saves" aria-label={t(TRACES.batches)}>
        {files.map((file) => (
          <Save
            key={`${file.id} ${file.source}`}
            file={file}
            share={(Date.parse(file.saved) - start) / span}
          />
        ))}
      </ul>
      {batch.files.length > MOST_FILES && <p class="soft small">{t(TRACES.batchMore, { n: MOST_FILES })}</p>}
    </figure>
  );
}

/** @param share of the time of the batch that had gone by, 0 to 1 */
function Save({ file, share }: { readonly file: SavedFile; readonly share: number }) {
  const says = t(TRACES.save, { name: nameOrId(file), time: formatMoment(file.saved) });
  return (
    <li>
      <a href={hrefToItem(file.id, 'traces')} aria-label={says} title={says}>
        <span class="name cut">{nameOrId(file)}</span>
        <span class="track">
          <span class="dot" style={{ insetInlineStart: `${100 * share}%` }} />
        </span>
      </a>
    </li>
  );
}

function menusOf(values: readonly CountedValue[]): string {
  return values.map(({ value }) => languageName(value)).join(', ');
}

/** With how many files bear each, where not all do: half a batch may bear no name. */
function namesOf(values: readonly CountedValue[], { documents }: BatchJson): string {
  return values
    .map(({ value, count }) => (count === documents ? value : `${value} (${formatNumber(count)})`))
    .join(', ');
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
