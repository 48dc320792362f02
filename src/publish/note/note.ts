/** What the people who publish state themselves: no program can know it. All entries may be absent. */
export const NOTE_FIELDS = [
  'editor',
  'public-interest',
  'necessity',
  'less-intrusive',
  'trigger',
  'asked',
  'answer',
  'legal',
  'contact',
  'dump',
] as const;

export type NoteField = (typeof NOTE_FIELDS)[number];

export type PublishNote = Readonly<Partial<Record<NoteField, string>>>;

/** What the entries are called in French front matter. */
const ALIASES: Readonly<Record<string, NoteField>> = {
  rédacteur: 'editor',
  rédactrice: 'editor',
  responsable: 'editor',
  'intérêt-public': 'public-interest',
  nécessité: 'necessity',
  'moins-intrusif': 'less-intrusive',
  'voie-moins-intrusive': 'less-intrusive',
  déclencheur: 'trigger',
  contacté: 'asked',
  sollicité: 'asked',
  réponse: 'answer',
  juridique: 'legal',
  fuite: 'dump',
};

/** The statements among entries of front matter or of a file beside the draft; other entries are left alone. */
export function noteOf(entries: Readonly<Record<string, unknown>>): PublishNote {
  const note: Partial<Record<NoteField, string>> = {};
  for (const [key, value] of Object.entries(entries)) {
    const field = fieldOf(key);
    if (field !== null && typeof value === 'string' && value.trim() !== '') note[field] = value.trim();
  }
  return note;
}

function fieldOf(key: string): NoteField | null {
  const name = key
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-');
  return NOTE_FIELDS.find((field) => field === name) ?? ALIASES[name] ?? null;
}

/** Words that stand where a name or a reason is owed and are none. */
const EMPTY =
  /^(?:[-–—.?…\s]*|todo|tbd|x{1,9}|n\/?a|à compléter|a completer|none|aucune?|non|no|oui|yes|ok)$/iu;

/** Whether an entry says something. */
export function isStated(value: string | undefined): value is string {
  return value !== undefined && !EMPTY.test(value.trim());
}

/** Whether an entry gives a reason: a word at least, which a tick or a yes is not. */
export function isReason(value: string | undefined): value is string {
  return isStated(value) && /\p{L}{3}/u.test(value);
}

/** Newsrooms and their parts, which answer for nothing by themselves. */
const COLLECTIVE =
  /^(?:les|the)\s|^l[’']|^la\s+(?!\p{L}[\p{L}’'-]+\s+\p{L}[\p{L}’'-]+$)|^le\s+(?:monde|figaro|parisien|point|temps|soir|canard|journal|service|desk|progrès|télégramme)(?!\p{L})|(?<!\p{L})(?:rédaction|newsroom|desk|team|équipe|collectif|comité|board|staff|service|direction|agence|agency)(?!\p{L})/iu;

/** A first and a last name at least, so that it is known who answers for it: "la rédaction" is nobody. */
export function isNamed(value: string | undefined): value is string {
  return (
    isStated(value) &&
    !COLLECTIVE.test(value) &&
    /\p{Lu}[\p{L}’'.-]*\s+(?:\p{L}[\p{L}’'.-]*\s+){0,3}\p{Lu}[\p{L}’'-]+/u.test(value)
  );
}
