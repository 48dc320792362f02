import { inLanguage } from '../../judge/texts/in-language.ts';
import type { Verdict } from '../../model/index.ts';
import type { Language, Text } from '../../model/text.ts';

/** A label and how it was reached, as newsrooms want both (docs/publishing.md, G2). */
const LABELS: Readonly<Record<Verdict, Text>> = {
  authentic: {
    en: 'verified, by signature or reference archive',
    fr: 'vérifié, par signature ou archive de référence',
  },
  corroborated: {
    en: 'corroborated, by comparison with other material',
    fr: "corroboré, par comparaison avec d'autres éléments",
  },
  unverified: {
    en: 'unverified, in the absence of a signature or an original to compare with',
    fr: "non vérifié, faute de signature ou d'original à comparer",
  },
  doubtful: {
    en: 'contested, by comparison and analysis of its headers',
    fr: 'contesté, par comparaison et analyse de ses en-têtes',
  },
  altered: {
    en: 'altered, by comparison with what was signed or kept',
    fr: 'altéré, par comparaison avec ce qui a été signé ou conservé',
  },
};

/** An item without a verdict is unverified. */
export function labelOf(verdict: Verdict | null, lang: Language): string {
  return inLanguage(LABELS[verdict ?? 'unverified'], lang);
}
