import type { Text } from '../../model/text.ts';
import type { Verdict } from '../../model/verdict.ts';

/** The five words and what they do and do not say. */
export const VERDICT_TEXTS: Readonly<Record<Verdict, { readonly title: Text; readonly text: Text }>> = {
  authentic: {
    title: { en: 'authentic', fr: 'authentique' },
    text: {
      en: 'Authentic: independent evidence shows that this is what was sent or kept. It says nothing about whether what it says is true.',
      fr: "Authentique : un élément indépendant montre que c'est bien ce qui a été envoyé ou conservé. Cela ne dit pas si son contenu est vrai.",
    },
  },
  corroborated: {
    title: { en: 'corroborated', fr: 'corroboré' },
    text: {
      en: 'Corroborated: other material supports it, none of it enough to decide alone.',
      fr: "Corroboré : d'autres éléments l'appuient, aucun ne suffit à décider seul.",
    },
  },
  unverified: {
    title: { en: 'unverified', fr: 'non vérifié' },
    text: {
      en: 'Unverified: nothing was found for or against it that could be checked. This is not a suspicion.',
      fr: "Non vérifié : rien de vérifiable n'a été trouvé pour ou contre. Ce n'est pas un soupçon.",
    },
  },
  doubtful: {
    title: { en: 'doubtful', fr: 'douteux' },
    text: {
      en: 'Doubtful: something does not fit, and a harmless cause could not be shown. Look at it before using it.',
      fr: 'Douteux : quelque chose ne concorde pas, sans cause anodine établie. À examiner avant tout usage.',
    },
  },
  altered: {
    title: { en: 'altered', fr: 'altéré' },
    text: {
      en: 'Altered: evidence shows that it is not as it was signed or kept. By whom, and why, this does not say.',
      fr: "Altéré : un élément montre qu'il n'est pas tel qu'il a été signé ou conservé. Par qui et pourquoi, cela ne le dit pas.",
    },
  },
};
