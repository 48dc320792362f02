import { reasonText } from '../../../../src/judge/reasons/index.ts';
import { t } from '../../i18n/t.ts';

/** A reason in a few words; the code itself where a later version wrote it. */
export function reasonTitle(code: string): string {
  const text = reasonText(code);
  return text === null ? code : t(text.title);
}
