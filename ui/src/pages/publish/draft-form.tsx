import { AUDIENCES } from '../../../../src/silence/rule.ts';
import { AUDIENCE_WORDS } from '../../../../src/silence/show/words.ts';
import { DateField } from '../../components/date-field/date-field.tsx';
import { Icon } from '../../components/icon.tsx';
import { ElectionField } from '../../components/told/told-form.tsx';
import { TOLD } from '../../components/told/told-texts.ts';
import { formatBytes } from '../../i18n/format-number.ts';
import { t } from '../../i18n/t.ts';
import { zone } from '../../settings/zone.ts';
import {
  draftFile,
  draftText,
  electionId,
  hiddenNames,
  noteFields,
  publishAt,
  publisher,
} from './draft-state.ts';
import { FileField } from './file-field.tsx';
import { NOTE_FIELDS, PUBLISH } from './publish-texts.ts';

/** The draft, and what has to be known beside it. */
export function DraftForm() {
  return (
    <>
      <Draft />
      <FileField />
      <Circumstances />
      <Stated />
    </>
  );
}

/** A text that is written here, or a file that was chosen. */
function Draft() {
  const file = draftFile.value;
  if (file === null)
    return (
      <label class="field">
        {t(PUBLISH.draft)}
        <textarea
          class="draft"
          rows={14}
          placeholder={t(PUBLISH.placeholder)}
          value={draftText.value}
          onInput={(event) => (draftText.value = event.currentTarget.value)}
        />
      </label>
    );
  return (
    <p class="row chosen-file">
      <Icon name="document" /> <strong class="break">{file.name}</strong>
      <span class="soft">{formatBytes(file.size)}</span>
      <button type="button" onClick={() => (draftFile.value = null)}>
        {t(PUBLISH.drop)}
      </button>
    </p>
  );
}

/** When it is to come out, before which election, and by whom. */
function Circumstances() {
  return (
    <div class="told-form">
      <DateField
        label={`${t(PUBLISH.at)} · ${t(TOLD.zone, { zone: zone.value })}`}
        to="minute"
        value={publishAt.value}
        onChange={(time) => (publishAt.value = time)}
      />
      <ElectionField value={electionId.value} onChange={(id) => (electionId.value = id)} />
      <label>
        {t(PUBLISH.audience)}
        <select value={publisher.value} onChange={(event) => (publisher.value = event.currentTarget.value)}>
          {AUDIENCES.map((audience) => (
            <option key={audience} value={audience}>
              {t(AUDIENCE_WORDS[audience])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** What only people can state. */
function Stated() {
  return (
    <details class="stated">
      <summary>{t(PUBLISH.stated)}</summary>
      <div class="stack">
        <p class="soft small">{t(PUBLISH.statedWhat)}</p>
        {NOTE_FIELDS.map(({ field, label }) => (
          <label key={field} class="field">
            {t(label)}
            <input
              value={noteFields.value[field] ?? ''}
              maxLength={2000}
              onInput={(event) => {
                noteFields.value = { ...noteFields.value, [field]: event.currentTarget.value };
              }}
            />
          </label>
        ))}
        <label class="field">
          {t(PUBLISH.names)}
          <textarea
            rows={3}
            value={hiddenNames.value}
            onInput={(event) => (hiddenNames.value = event.currentTarget.value)}
          />
        </label>
      </div>
    </details>
  );
}
