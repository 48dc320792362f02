import type { DiamondFactJson, OperationJson } from '../../../../src/server/api/operation.ts';
import { TechniqueList } from '../../components/techniques/technique-list.tsx';
import { formatNumber } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { NamedItems } from './named-items.tsx';
import { OPERATION } from './operation-texts.ts';

/** Where each corner is in the drawing of the model. */
const PLACES = {
  adversary: [50, 6],
  capability: [94, 50],
  infrastructure: [6, 50],
  victim: [50, 94],
} as const;

/** The four corners, each with its place in the diamond. */
export function Diamond({ corners }: { readonly corners: OperationJson['diamond'] }) {
  return (
    <div class="diamond">
      {corners.map(({ corner, title, facts }) => (
        <section key={corner} class="corner" aria-labelledby={`corner-${corner}`}>
          <h3 id={`corner-${corner}`}>
            <Place corner={corner} /> {title}
          </h3>
          {facts.length === 0 ? (
            <p class="soft">{t(OPERATION.noFacts)}</p>
          ) : (
            <ul>
              {facts.map((fact, at) => (
                <Fact key={`${fact.code} ${at}`} fact={fact} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

function Place({ corner }: { readonly corner: keyof typeof PLACES }) {
  const [x, y] = PLACES[corner];
  return (
    <svg viewBox="-14 -14 128 128" width="22" height="22" aria-hidden="true">
      <path d="M50 6L94 50L50 94L6 50Z" />
      <circle cx={x} cy={y} r="18" />
    </svg>
  );
}

function Fact({ fact }: { readonly fact: DiamondFactJson }) {
  return (
    <li class={`fact ${fact.strength}`}>
      <p>
        {fact.strength !== 'judged' && fact.count > 0 && <strong>{formatNumber(fact.count)}</strong>}{' '}
        {fact.text}
      </p>
      <p class="small soft">{fact.strengthText}</p>
      <NamedItems items={fact.items.slice(0, 3)} count={fact.count} />
      <TechniqueList techniques={fact.techniques} />
    </li>
  );
}
