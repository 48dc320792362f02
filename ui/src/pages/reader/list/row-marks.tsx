import type { SearchRow } from '../../../../../src/server/api/search.ts';
import { DecoyMark } from '../../../components/decoy/decoy-mark.tsx';
import { Icon } from '../../../components/icon.tsx';
import { t, tn } from '../../../i18n/t.ts';
import { READER } from '../reader-texts.ts';

/** What people did with an item, and whether it is a copy. */
export function RowMarks({ row }: { readonly row: SearchRow }) {
  const { tags, notes, checkedBy, signedOff, inDossier } = row.review;
  return (
    <>
      {row.decoy !== null && <DecoyMark decoy={row.decoy} />}
      {tags.slice(0, 2).map((tag) => (
        <span key={tag} class="tag small">
          {tag}
        </span>
      ))}
      {row.duplicateOf !== null && <Mark icon="copies" says={t(READER.duplicate)} />}
      {notes > 0 && <Mark icon="review" says={tn(READER.notes, notes)} />}
      {(signedOff || checkedBy.length > 0) && (
        <Mark icon="check" says={signedOff ? t(READER.signedOff) : checkedBy.join(', ')} />
      )}
      {inDossier && <Mark icon="star" says={t(READER.inDossier)} />}
    </>
  );
}

function Mark({ icon, says }: { readonly icon: Parameters<typeof Icon>[0]['name']; readonly says: string }) {
  return (
    <span class="mark soft" title={says}>
      <Icon name={icon} size={13} />
      <span class="hidden-text">{says}</span>
    </span>
  );
}
