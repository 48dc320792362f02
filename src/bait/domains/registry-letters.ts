/**
 * Letters beyond ASCII that a registry lets into names, for suffixes whose table is short. A homoglyph outside
 * the table cannot be registered, so making it would only hide the real ones: for .fr it is the difference
 * between thousands of names and hundreds.
 *
 * Checked: the thirty letters of AFNIC (announced for 3 May 2012, the same for all suffixes it runs); for .be that there
 * are 33 (DNS Belgium, 2013), and for .ch and .li that they are those of Latin-1 and one of Latin Extended-A (SWITCH),
 * letter by letter only in part. Checked letter by letter: .ca, the sixteen that CIRA names since 2012 (where it also keeps
 * every accented form of a name for whoever has one of them); .es, the letters of provision 3.1 of the instruction on
 * multilingual names of Red.es, without its l·l, which takes two letters' place. IANA keeps the repository of IDN practices.
 */
const AFNIC = 'ßàáâãäåæçèéêëìíîïñòóôõöùúûüýÿœ';
const WEST = 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿœß';
const NONE = '';

const LETTERS: ReadonlyMap<string, string> = new Map([
  ...['fr', 're', 'pm', 'tf', 'wf', 'yt'].map((suffix) => [suffix, AFNIC] as const),
  ['be', WEST],
  ['ch', WEST.replace('ß', '')],
  ['li', WEST.replace('ß', '')],
  ['es', 'áàçéèíïñóòúü'],
  ['ca', 'éëêèâàæôœùûüçîïÿ'],
  ...['uk', 'co.uk', 'org.uk', 'us', 'nl', 'gouv.fr', 'asso.fr'].map((suffix) => [suffix, NONE] as const),
]);

/** The letters of a suffix's table, or null where the table is long or not known: then any letter may occur. */
export function lettersOf(suffix: string): ReadonlySet<string> | null {
  const letters = LETTERS.get(suffix);
  return letters === undefined ? null : new Set(letters);
}
