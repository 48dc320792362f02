import type { Text } from '../../model/text.ts';
import { WOULD_CHANGE_OTHERS } from './would-change-others.ts';

/** By reason: what, if it came to light, would change the verdict, and into what. Values of the reason fill in. */
export const WOULD_CHANGE: Readonly<Record<string, Text>> = {
  ...WOULD_CHANGE_OTHERS,
  'reference-identical-bytes': {
    en: 'Only doubt about the archive itself would change this.',
    fr: 'Seul un doute sur l’archive elle-même changerait ceci.',
  },
  'reference-identical-canonical': {
    en: 'Only doubt about the archive itself would change this.',
    fr: 'Seul un doute sur l’archive elle-même changerait ceci.',
  },
  'copy-other-names': {
    en: 'Another copy that bears these names, links and answers, in a mailbox apart from this one, would corroborate it.',
    fr: 'Une autre copie qui porte ces noms, liens et réponses, dans une autre boîte que celle-ci, le corroborerait.',
  },
  'quoted-of-another': {
    en: 'Evidence that both addresses are of one person, or the message that was quoted, would tell whose words these are.',
    fr: 'La preuve que les deux adresses sont d’une même personne, ou le message cité, dirait de qui sont ces mots.',
  },
  'reference-other-names': {
    en: 'Another copy of the original that bears these names would make it authentic.',
    fr: 'Une autre copie de l’original qui porte ces noms le rendrait authentique.',
  },
  'reference-other-links': {
    en: 'Another copy of the original with these links and answers would make it authentic.',
    fr: 'Une autre copie de l’original avec ces liens et réponses le rendrait authentique.',
  },
  'reference-has-two': {
    en: 'A signature of the sender’s domain, or a copy in another mailbox of the victim’s, would show which of the two was sent.',
    fr: 'Une signature du domaine de l’expéditeur, ou une copie dans une autre boîte de la victime, montrerait lequel des deux a été envoyé.',
  },
  'reference-differs': {
    en: 'Only another original would change this: a draft, or a version sent anew, in the victim’s own archive.',
    fr: 'Seul un autre original changerait ceci : un brouillon ou une version renvoyée, dans l’archive de la victime.',
  },
  'dkim-aligned': {
    en: 'Evidence that the key behind {selector} was stolen or published by then, or another original in the victim’s archive, would change this.',
    fr: 'La preuve que la clé derrière {selector} était alors volée ou publiée, ou un autre original dans l’archive de la victime, changerait ceci.',
  },
  'dkim-aligned-except': {
    en: 'Evidence that the key behind {selector} was stolen or published by then would change this. An original shows whether the regions were there.',
    fr: 'La preuve que la clé derrière {selector} était alors volée ou publiée changerait ceci. Un original montre si les zones s’y trouvaient.',
  },
  'dkim-aligned-except-unknown': {
    en: 'More messages of the same list or filter with these words would make it authentic except for them; without them it stays as it is.',
    fr: 'D’autres messages de la même liste ou du même filtre avec ces mots le rendraient authentique sauf ces mots ; sans eux, il reste tel.',
  },
  'dkim-aligned-weak': {
    en: 'The original, or a copy of it in another mailbox, would settle what the signature leaves open.',
    fr: 'L’original, ou une copie dans une autre boîte, trancherait ce que la signature laisse ouvert.',
  },
  'dkim-recovered-key': {
    en: 'The same key in a dated DNS archive would make it authentic; another key there would make it doubtful.',
    fr: 'La même clé dans une archive DNS datée le rendrait authentique ; une autre clé à cet endroit le rendrait douteux.',
  },
  'stranger-signature': {
    en: 'The victim’s archive with mail that passed through {domain}, or signed mail that several organisations wrote to it, would show what the signature is worth.',
    fr: 'L’archive de la victime avec du courrier passé par {domain}, ou du courrier signé que plusieurs organisations lui ont écrit, montrerait ce que vaut la signature.',
  },
  'exchanged-content-field': {
    en: 'The original would show how the text was to be read when it was sent.',
    fr: 'L’original montrerait comment le texte devait être lu à son envoi.',
  },
  'other-address-shown': {
    en: 'Proof that both addresses belong to one person would remove this doubt.',
    fr: 'La preuve que les deux adresses appartiennent à une même personne lèverait ce doute.',
  },
  'key-missing': {
    en: 'The key {selector} of {domain} from a dated DNS archive would decide: authentic if the signature verifies, altered or doubtful if not (tamis keys import).',
    fr: 'La clé {selector} de {domain}, tirée d’une archive DNS datée, trancherait : authentique si la signature est valide, altéré ou douteux sinon (tamis keys import).',
  },
  'body-hash-differs': {
    en: 'The key {selector} of {domain} would show whether the stated hash is the signer’s (altered then). The original would show what was changed.',
    fr: 'La clé {selector} de {domain} montrerait si l’empreinte annoncée est celle du signataire (altéré alors). L’original montrerait ce qui a changé.',
  },
  'header-good-body-changed': {
    en: 'The original would show what was changed, and whether a program or a person did it.',
    fr: 'L’original montrerait ce qui a changé, et si c’est le fait d’un programme ou d’une personne.',
  },
  'header-changed': {
    en: 'The original would show which field was changed, and whether a program or a person did it.',
    fr: 'L’original montrerait quel champ a changé, et si c’est le fait d’un programme ou d’une personne.',
  },
  'text-added': {
    en: 'Other messages of the same route with the same words would explain them as a list’s or a filter’s.',
    fr: 'D’autres messages de la même voie avec les mêmes mots les expliqueraient comme ceux d’une liste ou d’un filtre.',
  },
  'body-beyond-length': {
    en: 'The original would show whether anything stood behind the signed length when it arrived.',
    fr: 'L’original montrerait si quelque chose suivait la longueur signée à son arrivée.',
  },
  'key-mismatch': {
    en: 'A dated record of another key for {selector} of {domain} at that time would remove this doubt, if the signature verifies with it.',
    fr: 'Une trace datée d’une autre clé pour {selector} de {domain} à cette époque lèverait ce doute, si la signature est valide avec elle.',
  },
  'two-keys': {
    en: 'A dated DNS archive that shows which of the keys was the domain’s would settle it.',
    fr: 'Une archive DNS datée montrant laquelle des clés était celle du domaine trancherait.',
  },
  'published-key': {
    en: 'An original in the victim’s archive, or a signed reply that quotes it, would support it.',
    fr: 'Un original dans l’archive de la victime, ou une réponse signée qui le cite, l’appuierait.',
  },
  'lookalike-domain': {
    en: 'Proof that {domain} belonged to the same people would remove this doubt.',
    fr: 'La preuve que {domain} appartenait aux mêmes personnes lèverait ce doute.',
  },
  'clock-gap': {
    en: 'The server’s log, or a signed reply from the day it shows, would outweigh the clock.',
    fr: 'Le journal du serveur, ou une réponse signée du jour affiché, l’emporterait sur l’horloge.',
  },
  'no-signature': {
    en: 'An identical copy in a mailbox that was not in the thief’s hands, or a signed reply that quotes it, would support it.',
    fr: 'Une copie identique dans une boîte qui n’est pas passée par le voleur, ou une réponse signée qui le cite, l’appuierait.',
  },
  rebuilt: {
    en: 'The message as the server kept it, with its original MIME, would let its signature be checked.',
    fr: 'Le message tel que le serveur l’a gardé, avec son MIME d’origine, permettrait d’en vérifier la signature.',
  },
  'standalone-document': {
    en: 'A message that stands and carries the same bytes, or the file in the victim’s archive, would support it.',
    fr: 'Un message qui tient et porte les mêmes octets, ou le fichier dans l’archive de la victime, l’appuierait.',
  },
  inherits: {
    en: 'What changes the verdict on the message that carries it changes this one: tamis why {from}.',
    fr: 'Ce qui change le verdict du message qui le porte change celui-ci : tamis why {from}.',
  },
};

/** Where no reason has its own. */
export const WOULD_CHANGE_USUAL: Text = {
  en: 'The original in the victim’s own archive would settle it, either way.',
  fr: 'L’original dans l’archive de la victime trancherait, dans un sens ou dans l’autre.',
};
