import type { MadeDossierJson } from '../../../../src/server/api/dossier.ts';
import { Icon } from '../../components/icon.tsx';
import { Moment } from '../../components/moment.tsx';
import { formatBytes } from '../../i18n/format-number.ts';
import { t, tn } from '../../i18n/t.ts';
import { setParams } from '../../router/route.ts';
import { DOSSIER } from './dossier-texts.ts';
import { PdfButton } from './pdf-button.tsx';

interface Props {
  readonly made: MadeDossierJson;
  /** Of its reader. */
  readonly name: string;
  readonly shown: boolean;
  /** Whether it can be printed. */
  readonly pdf: boolean;
}

/** One dossier: what it says, the way to take it, and the page itself in a frame without scripts. */
export function MadeDossier({ made, name, shown, pdf }: Props) {
  const page = made.files.find((file) => file.name === 'dossier.html');
  return (
    <li class="made-dossier stack">
      <div class="row">
        <strong>{name}</strong>
        <span class="soft">
          {made.lang} · <Moment at={made.time} /> {made.author}
        </span>
        <button
          type="button"
          aria-pressed={shown}
          onClick={() => setParams({ show: shown ? '' : made.id }, 'replace')}
        >
          <Icon name="search" /> {t(DOSSIER.show)}
        </button>
        {made.files.map((file) => (
          <a key={file.name} class="button" href={`${file.url}?download=1`} download>
            <Icon name="download" /> {t(file.name === 'dossier.html' ? DOSSIER.page : DOSSIER.statement)}{' '}
            <span class="soft small">{formatBytes(file.size)}</span>
          </a>
        ))}
        {pdf && <PdfButton id={made.id} />}
      </div>
      <p class="small soft">{standingOf(made).join(' · ')}</p>
      {shown && page !== undefined && (
        <iframe
          class="dossier-frame"
          sandbox=""
          src={page.url}
          title={t(DOSSIER.preview, { name })}
          referrerpolicy="no-referrer"
        />
      )}
    </li>
  );
}

function standingOf({ claims, faults, gates, silenceInForce }: MadeDossierJson): readonly string[] {
  const blocking = gates.filter(({ outcome }) => outcome === 'blocks').map(({ gate }) => gate);
  return [
    tn(DOSSIER.claims, claims.length),
    tn(DOSSIER.faults, faults),
    blocking.length === 0 ? t(DOSSIER.gatesOpen) : t(DOSSIER.gatesBlock, { gates: blocking.join(', ') }),
    silenceInForce === null ? t(DOSSIER.silenceNone) : tn(DOSSIER.silence, silenceInForce.length),
  ];
}
