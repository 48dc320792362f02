import type { ElectionJson } from '../../../../src/server/api/silence.ts';
import { getJson } from '../../api/request.ts';
import { useResource } from '../../api/use-resource.ts';
import { t } from '../../i18n/t.ts';
import { type Params, setParams } from '../../router/route.ts';
import { zone } from '../../settings/zone.ts';
import { DateField } from '../date-field/date-field.tsx';
import './told-form.css';
import { TOLD } from './told-texts.ts';

/** What whoever asks may say, as it stands in the address of the page: a link carries it. */
export interface Told {
  readonly published: string;
  readonly statement: string;
  readonly election: string;
  readonly matrix: boolean;
}

/** What the address says that the case cannot know. */
export function toldOf({ published = '', statement = '', election = '', matrix = '' }: Params): Told {
  return { published, statement, election, matrix: matrix === '1' };
}

/** Fields for what the case cannot know; each change goes into the address, so that it can be passed on. */
export function ToldForm({ told }: { readonly told: Told }) {
  return (
    <fieldset class="told-form">
      <legend>
        {t(TOLD.title)} <span class="soft small">{t(TOLD.zone, { zone: zone.value })}</span>
      </legend>
      <TimeField name="published" value={told.published} />
      <TimeField name="statement" value={told.statement} />
      <ElectionField value={told.election} onChange={(election) => setParams({ election }, 'replace')} />
      <label class="check">
        <input
          type="checkbox"
          checked={told.matrix}
          onChange={(event) => setParams({ matrix: event.currentTarget.checked ? '1' : '' }, 'replace')}
        />
        {t(TOLD.matrix)}
      </label>
    </fieldset>
  );
}

function TimeField({ name, value }: { readonly name: 'published' | 'statement'; readonly value: string }) {
  return (
    <DateField
      label={t(TOLD[name])}
      to="minute"
      value={value}
      onChange={(time) => setParams({ [name]: time }, 'replace')}
    />
  );
}

interface ElectionProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** The elections whose silence is known, the newest first. */
export function ElectionField({ value, onChange }: ElectionProps) {
  const { resource } = useResource('elections', (abort) =>
    getJson<readonly ElectionJson[]>('/api/silence/elections', {}, abort),
  );
  const elections = resource.type === 'ready' ? resource.value : [];
  const sorted = [...elections].sort((a, b) => b.date.localeCompare(a.date));
  return (
    <label>
      {t(TOLD.election)}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t(TOLD.none)}</option>
        {sorted.map(({ id, name, date }) => (
          <option key={id} value={id}>
            {t(name)} ({date})
          </option>
        ))}
      </select>
    </label>
  );
}
