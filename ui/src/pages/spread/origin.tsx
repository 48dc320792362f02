import type { SpreadJson } from '../../../../src/server/api/spread.ts';
import { Notice } from '../../components/notice.tsx';
import { formatNumber } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { placeName, postLanguage } from './names.ts';
import { showPosts } from './show-posts.ts';
import { SPREAD } from './spread-texts.ts';

/** Rows and columns that fit a page. */
const MOST_PLACES = 15;
const MOST_LANGUAGES = 8;

/** Languages against declared places; darker cells hold more posts, and say how many. */
export function Origin({ origin }: { readonly origin: SpreadJson['origin'] }) {
  const places = most(origin.cells, ({ country }) => country, MOST_PLACES);
  const languages = most(origin.cells, ({ lang }) => lang, MOST_LANGUAGES);
  const greatest = Math.max(1, ...origin.cells.map(({ posts }) => posts));
  const cellOf = new Map(origin.cells.map((cell) => [`${cell.country} ${cell.lang}`, cell.posts]));
  if (origin.cells.every(({ country, lang }) => country === 'none' && lang === 'none'))
    return (
      <section class="section">
        <h2>{t(SPREAD.origin)}</h2>
        <Notice kind="empty">{t(SPREAD.noOrigin)}</Notice>
      </section>
    );
  return (
    <section class="section">
      <h2>{t(SPREAD.origin)}</h2>
      <p class="soft measure">{t(SPREAD.originWhat)}</p>
      <div class="scroll-x">
        <table class="heat">
          <thead>
            <tr>
              <th scope="col">{t(SPREAD.place)}</th>
              {languages.map((lang) => (
                <th key={lang} scope="col">
                  {postLanguage(lang)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place}>
                <th scope="row">{placeName(place)}</th>
                {languages.map((lang) => (
                  <Cell
                    key={lang}
                    posts={cellOf.get(`${place} ${lang}`) ?? 0}
                    greatest={greatest}
                    place={place}
                    lang={lang}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface CellProps {
  readonly posts: number;
  readonly greatest: number;
  readonly place: string;
  readonly lang: string;
}

function Cell({ posts, greatest, place, lang }: CellProps) {
  if (posts === 0) return <td class="soft">–</td>;
  return (
    <td>
      <button type="button" class="plain" onClick={() => showPosts({ place, lang })}>
        <span class="shade" style={{ opacity: 0.08 + 0.4 * Math.sqrt(posts / greatest) }} />
        <span>{formatNumber(posts)}</span>
      </button>
    </td>
  );
}

type Cells = SpreadJson['origin']['cells'];

function most(cells: Cells, of: (cell: Cells[number]) => string, limit: number): readonly string[] {
  const sums = new Map<string, number>();
  for (const cell of cells) sums.set(of(cell), (sums.get(of(cell)) ?? 0) + cell.posts);
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([name]) => name);
}
