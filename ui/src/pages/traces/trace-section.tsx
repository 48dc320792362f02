import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { TRACE_KINDS, type TraceKind } from '../../../../src/model/trace.ts';
import type { TracesJson } from '../../../../src/server/api/traces.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { language } from '../../i18n/language.ts';
import { t } from '../../i18n/t.ts';
import { byDomain } from './by-domain.ts';
import { KIND_TEXTS } from './kind-texts.ts';
import { TraceTable } from './trace-table.tsx';
import { TRACES } from './traces-texts.ts';

/** Traces asked for: the least usual come first, so what is left out is what everybody has. */
export const MOST = 1000;

interface Props {
  readonly of: 'file' | 'route';
  /** The least usual ones of each kind. */
  readonly asked: TracesJson;
  /** What they are. */
  readonly children: ComponentChildren;
}

const TITLES = { file: TRACES.groups, route: TRACES.route } as const;

/** Traces of files, or of the way of mail: the least usual of each kind, or as many as there are of one. */
export function TraceSection({ of, asked, children }: Props) {
  const [kind, setKind] = useState<TraceKind | null>(null);
  const kinds = TRACE_KINDS.filter((each) => asked.traces.some((trace) => trace.kind === each));
  return (
    <section class="section">
      <h2>{t(TITLES[of])}</h2>
      <p class="soft small">{children}</p>
      {kinds.length > 1 && (
        <label class="row">
          <span class="soft">{t(TRACES.kind)}</span>
          <select
            value={kind ?? ''}
            onChange={({ currentTarget }) =>
              setKind(kinds.find((each) => each === currentTarget.value) ?? null)
            }
          >
            <option value="">{t(TRACES.allKinds)}</option>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(KIND_TEXTS[each])}
              </option>
            ))}
          </select>
        </label>
      )}
      {kind === null ? <Rows of={of} found={asked} /> : <OfKind of={of} kind={kind} />}
    </section>
  );
}

function OfKind({ of, kind }: { readonly of: Props['of']; readonly kind: TraceKind }) {
  const lang = language.value;
  const { resource } = useResource(`${lang} ${kind}`, (abort) =>
    getJson<TracesJson>('/api/traces', { lang, kind, limit: MOST }, abort),
  );
  return <Loaded resource={resource}>{(found) => <Rows of={of} found={found} />}</Loaded>;
}

function Rows({ of, found }: { readonly of: Props['of']; readonly found: TracesJson }) {
  return (
    <>
      <TraceTable label={t(TITLES[of])} traces={byDomain(found.traces)} />
      {found.more && <p class="soft small">{t(TRACES.more)}</p>}
    </>
  );
}
