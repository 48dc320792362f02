import type { FirstLook } from '../../../../src/server/api/overview.ts';
import { Icon, type IconName } from '../../components/icon.tsx';
import { hrefToItem } from '../../components/item-anchor.tsx';
import { Moment } from '../../components/moment.tsx';
import { nameOf } from '../../components/name-of.ts';
import { VerdictShape } from '../../components/verdict/verdict-shape.tsx';
import { t } from '../../i18n/t.ts';
import { hrefTo } from '../../router/route.ts';
import { READER } from '../reader/reader-texts.ts';
import { OVERVIEW } from './overview-texts.ts';

const ICONS: Readonly<Partial<Record<FirstLook['why'], IconName>>> = {
  'batch-saved': 'traces',
  'key-conflict': 'custody',
  'most-shared': 'spread',
  'clock-conflict': 'silence',
  decoy: 'decoys',
  bait: 'bait',
};

/** What a person should look at first, in the order the server gives. */
export function FirstLooks({ looks }: { readonly looks: readonly FirstLook[] }) {
  return (
    <ol class="first-looks">
      {looks.map((look) => (
        <li key={look.why} class={look.why}>
          <div class="sign">
            <Sign why={look.why} />
          </div>
          <div class="stack">
            <h3>{look.title}</h3>
            <p class="measure">{look.text}</p>
            <ul>
              {look.items.map(({ id, subject, from, date }) => (
                <li key={id}>
                  <a class="cut" href={hrefToItem(id)} title={subject}>
                    {subject === '' ? t(READER.noSubject) : subject}
                  </a>
                  <span class="soft small cut">{nameOf(from)}</span>
                  <span class="soft small when">{date !== null && <Moment at={date} to="day" />}</span>
                </li>
              ))}
            </ul>
            {look.query !== null && look.count > look.items.length && (
              <a href={hrefTo('reader', { q: look.query })}>{t(OVERVIEW.openAll, { n: look.count })}</a>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Sign({ why }: { readonly why: FirstLook['why'] }) {
  if (why === 'altered' || why === 'doubtful') return <VerdictShape verdict={why} size={20} />;
  return <Icon name={ICONS[why] ?? 'warning'} size={20} />;
}
