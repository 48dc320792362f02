import type { ComponentChildren } from 'preact';
import { placeText } from '../../../../../../src/judge/texts/place-text.ts';
import type { TraceKind } from '../../../../../../src/model/trace.ts';
import type { ItemViewJson } from '../../../../../../src/server/api/item.ts';
import type { ItemTracesJson } from '../../../../../../src/server/api/traces.ts';
import { getJson } from '../../../../api/request.ts';
import { useResource } from '../../../../api/use-resource.ts';
import { Loaded } from '../../../../components/loaded.tsx';
import { Moment } from '../../../../components/moment.tsx';
import { Notice } from '../../../../components/notice.tsx';
import { ScrollX } from '../../../../components/scroll-x.tsx';
import { METADATA_FIELDS } from '../../../../i18n/codes/metadata-field-texts.ts';
import { textOfCode } from '../../../../i18n/codes/text-of-code.ts';
import { formatStamp } from '../../../../i18n/format-date.ts';
import { language } from '../../../../i18n/language.ts';
import { t } from '../../../../i18n/t.ts';
import { KIND_TEXTS } from '../../../traces/kind-texts.ts';
import { VIEW } from './view-texts.ts';
import './views.css';

/** Who and what touched a file: what other files share with it, and all it says of itself. */
export function TracesView({ item }: { readonly item: ItemViewJson }) {
  const { resource } = useResource(item.id, (abort) =>
    getJson<ItemTracesJson>(`/api/items/${item.id}/traces`, {}, abort),
  );
  return (
    <div class="stack">
      <Loaded resource={resource}>{(answer) => <Traces answer={answer} />}</Loaded>
      <Metadata item={item} />
    </div>
  );
}

function Traces({ answer: { available, traces } }: { readonly answer: ItemTracesJson }) {
  if (!available) return <Notice kind="unchecked">{t(VIEW.noPass)}</Notice>;
  if (traces.length === 0) return <Notice kind="empty">{t(VIEW.noTraces)}</Notice>;
  return (
    <FieldTable
      label={t(VIEW.field)}
      rows={traces.map(({ kind, value, where, time }) => ({
        ...{ code: kind, name: kindName(kind), where },
        value: (
          <>
            <strong>{value}</strong> {time !== null && <Moment at={time} />}
          </>
        ),
      }))}
    />
  );
}

function kindName(kind: string): string {
  const text = KIND_TEXTS[kind as TraceKind];
  return text === undefined ? kind : t(text);
}

function Metadata({ item: { metadata } }: { readonly item: ItemViewJson }) {
  if (metadata.length === 0) return null;
  return (
    <section class="section">
      <h2>{t(VIEW.metadata)}</h2>
      <FieldTable
        label={t(VIEW.metadata)}
        rows={metadata.map(({ field, value, where }) => ({
          ...{ code: field, name: t(textOfCode(METADATA_FIELDS, field)), where },
          value: <Value written={value} />,
        }))}
      />
    </section>
  );
}

/** A moment in words, with what the file holds as its title; all else as it stands there. */
function Value({ written }: { readonly written: string }) {
  const stamp = formatStamp(written);
  return stamp === null ? written : <time title={written}>{stamp}</time>;
}

interface FieldRow {
  /** What the case calls it, for whoever looks it up. */
  readonly code: string;
  readonly name: string;
  readonly value: ComponentChildren;
  readonly where: string;
}

function FieldTable({ label, rows }: { readonly label: string; readonly rows: readonly FieldRow[] }) {
  return (
    <ScrollX label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(VIEW.field)}</th>
            <th scope="col">{t(VIEW.value)}</th>
            <th scope="col">{t(VIEW.where)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, value, where }, at) => (
            <tr key={at}>
              <td title={code}>{name}</td>
              <td class="break">{value}</td>
              <td class="break soft small">{placeText(where, language.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
