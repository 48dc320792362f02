/**
 * A text without the sentences that houses and virus scanners put under every mail: whoever is told to delete what came by
 * mistake "from your computer", or that it was "checked for viruses", is not told so by the mail's writer. Takes plain letters
 * with single spaces. Only sentences with the set phrases of such notices go, and none of a length that notices never have.
 */
export function withoutNotices(plain: string): string {
  if (!NOTICE.test(plain)) return plain;
  return plain
    .split(/(?<=[.!?:;\n])\s/u)
    .filter((sentence) => sentence.length > LONGEST || !NOTICE.test(sentence))
    .join(' ');
}

/** Attack: a whole bait without a stop, with the words of a notice in it. */
const LONGEST = 600;

const NOTICE =
  /\b(?:intended recipients?|(?:named|the|intended) addressees?|sole use of|(?:email|mail|message|communication|transmission) in error|notify the (?:sender|originator)|reply to the sender|for viruses|viruses and|by mailscanner|believed to be clean|free (?:of|from) viruses|privileged (?:and )?confidential|confidential (?:and|or) privileged|legally privileged|message par erreur|(?:avertir|prevenir|aviser|informer) l'expediteur|destinataires? (?:prevus?|designes?)|exempte? de virus)\b/u;
