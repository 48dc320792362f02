import type { AttributionJson } from '../../../../src/server/api/attribution.ts';
import { getJson } from '../../api/request.ts';
import { session } from '../../api/session.ts';
import { useResource } from '../../api/use-resource.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/t.ts';
import { route, setParams } from '../../router/route.ts';
import './attribution.css';
import { ATTRIBUTION } from './attribution-texts.ts';
import { MatrixTable } from './matrix-table.tsx';
import { SensitivityList } from './sensitivity-list.tsx';

/** Hypotheses against evidence: of this case, or the example that ships. */
export default function AttributionPage() {
  const { example = '' } = route.value.params;
  const { resource } = useResource(example === '' ? 'own' : example, (abort) =>
    getJson<AttributionJson>('/api/attribution', { example }, abort),
  );
  const noMatrix = resource.type === 'failed' && resource.failure.type === 'missing';
  return (
    <div class="page attribution">
      <header>
        <h1>{t(ATTRIBUTION.title)}</h1>
        <p>{t(ATTRIBUTION.what)}</p>
      </header>
      <div class="row">
        <button type="button" aria-pressed={example === ''} onClick={() => setParams({ example: '' })}>
          {t(ATTRIBUTION.own)}
        </button>
        <button
          type="button"
          aria-pressed={example !== ''}
          onClick={() => setParams({ example: 'macronleaks' })}
        >
          {t(ATTRIBUTION.example)}
        </button>
      </div>
      {example !== '' && <Notice kind="warning">{t(ATTRIBUTION.isExample)}</Notice>}
      {noMatrix ? (
        <Notice kind="empty">{t(ATTRIBUTION.noMatrix, { case: session.value?.case?.name ?? 'CASE' })}</Notice>
      ) : (
        <Loaded resource={resource}>
          {(attribution) => (
            <>
              <h2>{t(attribution.matrix.question)}</h2>
              <MatrixTable attribution={attribution} />
              <Legend />
              <SensitivityList attribution={attribution} />
            </>
          )}
        </Loaded>
      )}
    </div>
  );
}

const RATINGS = ['CC', 'C', 'N', 'I', 'II'] as const;

/** What the letters mean: a title alone is not for who has no pointer. */
function Legend() {
  return (
    <p class="legend small soft">
      {RATINGS.map((rating) => (
        <span key={rating}>
          <code>{rating}</code> {t(ATTRIBUTION[rating])}
        </span>
      ))}
      <span>{t(ATTRIBUTION.legend)}</span>
    </p>
  );
}
