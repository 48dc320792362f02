import type { NullModel, SpreadLayer } from '../../../../../src/server/api/spread.ts';
import { ScrollX } from '../../../components/scroll-x.tsx';
import { formatNumber } from '../../../i18n/format-number.ts';
import { t } from '../../../i18n/t.ts';
import { layerName } from '../layer-name.ts';
import { SPREAD } from '../spread-texts.ts';

/** Observed pairs beside both null models, for each layer and level: no claim without what chance gives. */
export function NullModels({ layers }: { readonly layers: readonly SpreadLayer[] }) {
  return (
    <ScrollX label={t(SPREAD.layer)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(SPREAD.layer)}</th>
            <th scope="col">{t(SPREAD.level)}</th>
            <th scope="col">{t(SPREAD.observed)}</th>
            <th scope="col">{t(SPREAD.byTimes)}</th>
            <th scope="col">{t(SPREAD.byAccounts)}</th>
          </tr>
        </thead>
        <tbody>
          {layers.flatMap((layer) =>
            told(layer).map(([level, index], row) => (
              <tr key={`${layer.layer} ${level}`}>
                <td>{row === 0 ? layerName(layer.layer) : ''}</td>
                <td>{formatNumber(level)}</td>
                <td>
                  <strong>{formatNumber(layer.observed[index] ?? 0)}</strong>
                </td>
                <td class="soft">{tell(layer.timesNull, index)}</td>
                <td class="soft">{tell(layer.accountsNull, index)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </ScrollX>
  );
}

/** Levels at which anything was seen, or chance gives anything; the first where there is none, to say so. */
function told({
  levels,
  observed,
  timesNull,
  accountsNull,
}: SpreadLayer): readonly (readonly [number, number])[] {
  const all = levels.map((level, index) => [level, index] as const);
  const some = all.filter(
    ([, index]) =>
      (observed[index] ?? 0) > 0 || (timesNull.most[index] ?? 0) > 0 || (accountsNull.most[index] ?? 0) > 0,
  );
  return some.length > 0 ? some : all.slice(0, 1);
}

function tell({ mean, most, repetitions }: NullModel, index: number): string {
  return t(SPREAD.mean, {
    mean: formatNumber(Math.round((mean[index] ?? 0) * 10) / 10),
    most: most[index] ?? 0,
    n: repetitions,
  });
}
