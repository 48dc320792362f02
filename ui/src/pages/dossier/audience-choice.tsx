import type { DossiersJson } from '../../../../src/server/api/dossier.ts';
import { t } from '../../i18n/t.ts';
import { setParams } from '../../router/route.ts';
import { DOSSIER } from './dossier-texts.ts';

interface Props {
  readonly audiences: DossiersJson['audiences'];
  readonly chosen: string;
}

/** The four readers, with what each gets. */
export function AudienceChoice({ audiences, chosen }: Props) {
  return (
    <fieldset class="audiences">
      <legend>{t(DOSSIER.for)}</legend>
      {audiences.map(({ audience, name, purpose, words }) => (
        <label key={audience} class={audience === chosen ? 'chosen' : ''}>
          <input
            type="radio"
            name="audience"
            value={audience}
            checked={audience === chosen}
            onChange={() => setParams({ for: audience }, 'replace')}
          />
          <span class="stack">
            <strong>{name}</strong>
            <span class="small">{purpose}</span>
            <span class="small soft">{t(words ? DOSSIER.words : DOSSIER.noWords)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
