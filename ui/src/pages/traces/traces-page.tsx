import type { TracesJson } from '../../../../src/server/api/traces.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { language } from '../../i18n/language.ts';
import { t, tn } from '../../i18n/t.ts';
import { BatchPicture } from './batch-picture.tsx';
import { ConflictList } from './conflict-list.tsx';
import { DerivedList } from './derived-list.tsx';
import { LateList } from './late-list.tsx';
import { MOST, TraceSection } from './trace-section.tsx';
import './traces.css';
import { TRACES } from './traces-texts.ts';

/** Who and what touched the files, by what the files say. */
export default function TracesPage() {
  const lang = language.value;
  const { resource } = useResource(lang, (abort) =>
    getJson<TracesJson>('/api/traces', { lang, of: 'file', limit: MOST }, abort),
  );
  return (
    <div class="page traces">
      <header>
        <h1>{t(TRACES.title)}</h1>
        <p>{t(TRACES.what)}</p>
      </header>
      <Loaded resource={resource}>{(traces) => <Traces traces={traces} />}</Loaded>
    </div>
  );
}

function Traces({ traces }: { readonly traces: TracesJson }) {
  if (!traces.available) return <Notice kind="unchecked">{t(TRACES.noPass)}</Notice>;
  return (
    <>
      <section class="section">
        <h2>{t(TRACES.batches)}</h2>
        <p class="soft small">{t(traces.batches.length === 0 ? TRACES.noBatches : TRACES.batchesWhat)}</p>
        {traces.batches.map((batch) => (
          <BatchPicture key={batch.id} batch={batch} />
        ))}
      </section>
      <LateList late={traces.late} />
      <ConflictList conflicts={traces.conflicts} />
      <DerivedList derived={traces.derived} />
      {traces.traces.length === 0 ? (
        <section class="section">
          <h2>{t(TRACES.groups)}</h2>
          <Notice kind="empty">{t(TRACES.none)}</Notice>
        </section>
      ) : (
        <TraceSection of="file" asked={traces}>
          {t(TRACES.groupsWhat)} {traces.usual !== null && tn(TRACES.usual, traces.usual.items)}
        </TraceSection>
      )}
      <RouteTraces />
    </>
  );
}

/** Asked for apart: they are so many that among the others they would hide what files bear. */
function RouteTraces() {
  const lang = language.value;
  const { resource } = useResource(lang, (abort) =>
    getJson<TracesJson>('/api/traces', { lang, of: 'route', limit: MOST }, abort),
  );
  return (
    <Loaded resource={resource}>
      {(traces) =>
        traces.traces.length > 0 && (
          <TraceSection of="route" asked={traces}>
            {t(TRACES.routeWhat)}
          </TraceSection>
        )
      }
    </Loaded>
  );
}
