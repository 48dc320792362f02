import { computed, signal } from '@preact/signals';
import type { DraftRequest, GateReportJson } from '../../../../src/server/api/publish.ts';
import { language } from '../../i18n/language.ts';
import { zone } from '../../settings/zone.ts';

/** A file that was chosen, as it is sent. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  readonly base64: string;
}

/** Kept while the page is open, so that looking something up in the reader costs nothing; nowhere else. */
export const draftText = signal('');
export const draftFile = signal<ChosenFile | null>(null);
export const noteFields = signal<Readonly<Record<string, string>>>({});
export const hiddenNames = signal('');
export const electionId = signal('');
export const publishAt = signal('');
export const publisher = signal('press');

/** What a check is asked with. */
export const draftRequest = computed((): DraftRequest => {
  const file = draftFile.value;
  const stated = Object.entries(noteFields.value).filter(([, value]) => value.trim() !== '');
  return {
    ...(file === null
      ? { name: 'draft.md', text: draftText.value }
      : { name: file.name, base64: file.base64 }),
    note: Object.fromEntries(stated),
    names: hiddenNames.value.split('\n').filter((name) => name.trim() !== ''),
    ...(electionId.value !== '' && { election: electionId.value }),
    ...(publishAt.value !== '' && { at: publishAt.value, zone: zone.value }),
    audience: publisher.value,
    lang: language.value,
  };
});

/** The last result, and what it was the result of. */
export const checked = signal<{ readonly report: GateReportJson; readonly of: string } | null>(null);

/** What the result depends on; the language of its texts is none of it. */
export const draftKey = computed(() => JSON.stringify({ ...draftRequest.value, lang: '' }));
