import { useState } from 'preact/hooks';
import { failureOf } from '../../api/failure.ts';
import { prepare } from '../../api/request.ts';
import { tellFailure } from '../../api/tell-failure.ts';
import { Icon } from '../../components/icon.tsx';
import { t } from '../../i18n/t.ts';
import { DOSSIER } from './dossier-texts.ts';

/** Has the page printed, which takes seconds, and then takes it: a link would save a refusal under its name. */
export function PdfButton({ id }: { readonly id: string }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const address = `/api/dossiers/${id}/dossier.pdf`;
  const take = async () => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    try {
      await prepare(address);
      const link = document.createElement('a');
      link.href = `${address}?download=1`;
      link.download = '';
      link.click();
    } catch (cause) {
      setFailure(tellFailure(failureOf(cause)));
    }
    setBusy(false);
  };
  return (
    <>
      <button type="button" aria-disabled={busy} onClick={() => void take()}>
        <Icon name="download" /> {t(busy ? DOSSIER.printing : DOSSIER.pdf)}
      </button>
      <span class="small problem" role="status">
        {failure}
      </span>
    </>
  );
}
