/**
 * Words by which declared places are told to lie in a country. A small list on purpose: what it does not
 * tell stays "other", which the report shows. Two letters stand for the country (ISO 3166).
 */
const WORDS: Readonly<Record<string, string>> = {
  US: 'usa|u.s.a|united states|etats unis|america|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|nyc|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|wisconsin|wyoming|washington|chicago|boston|los angeles|houston|dallas|miami|seattle|atlanta|denver',
  FR: 'france|paris|lyon|marseille|toulouse|bordeaux|lille|nantes|nice|strasbourg|montpellier|rennes|bretagne|alsace|normandie|provence|ile de france|la reunion|guadeloupe|martinique|guyane',
  GB: 'uk|united kingdom|england|scotland|wales|london|manchester|birmingham|liverpool|glasgow|royaume uni|angleterre',
  CA: 'canada|toronto|montreal|ontario|quebec|vancouver|alberta|calgary|ottawa',
  BE: 'belgium|belgique|belgie|bruxelles|brussels|wallonie|liege',
  CH: 'switzerland|suisse|schweiz|geneve|geneva|zurich|lausanne',
  DE: 'germany|deutschland|allemagne|berlin|hamburg|munchen|munich|koln|frankfurt',
  NL: 'netherlands|nederland|holland|amsterdam|pays bas',
  IT: 'italy|italia|italie|roma|rome|milano|milan',
  ES: 'spain|espana|espagne|madrid|barcelona|barcelone',
  RU: 'russia|russie|rossiya|россия|москва|moscow|moscou|санкт петербург|saint petersburg',
  UA: 'ukraine|україна|kyiv|kiev',
  PL: 'poland|polska|pologne|warszawa|warsaw',
  BR: 'brazil|brasil|bresil|sao paulo|rio de janeiro',
  IN: 'india|inde|mumbai|delhi|bangalore',
  AU: 'australia|australie|sydney|melbourne|brisbane',
  MA: 'maroc|morocco|casablanca|rabat',
  DZ: 'algerie|algeria|alger',
  TN: 'tunisie|tunisia|tunis',
  TR: 'turkey|turkiye|turquie|istanbul|ankara',
  IL: 'israel|tel aviv|jerusalem',
  JP: 'japan|japon|tokyo|日本|東京',
};

const COUNTRY_OF = new Map(
  Object.entries(WORDS).flatMap(([code, words]) =>
    words.split('|').map((word): [string, string] => [word, code]),
  ),
);

/** Abbreviations of states after a comma: "Austin, TX". */
const US_STATE =
  /,\s?(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b/;

/** The country a declared place lies in, as two letters; null when nothing tells. Last words count first. */
export function countryOf(place: string | null): string | null {
  if (place === null) return null;
  const declared = place.slice(0, 200);
  // ISO 3166 reserves UK for what everybody writes in place of GB.
  if (/^[A-Z]{2}$/.test(declared)) return declared === 'UK' ? 'GB' : declared;
  const words = declared
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '');
  for (let end = words.length; end > 0; end--) {
    for (let length = Math.min(3, end); length > 0; length--) {
      const country = COUNTRY_OF.get(words.slice(end - length, end).join(' '));
      if (country !== undefined) return country;
    }
  }
  return US_STATE.test(declared) ? 'US' : null;
}
