import { CLOSED_VALUES } from '../../case/query/facts.ts';
import { FACT_FIELDS, WORD_FIELDS } from '../../case/query/fields.ts';
import { TOPIC_TITLES, TOPICS } from '../../examine/topics/index.ts';
import { reasonText } from '../../judge/reasons/index.ts';
import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import { inLanguage } from '../../judge/texts/in-language.ts';
import { type Text, VERDICTS } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import type { CompletionItem, CompletionJson } from '../api/search.ts';
import type { ServerContext } from '../context.ts';
import { json } from '../http/answer.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import { facetOf, quotedValue } from '../table/facets.ts';

/** Suggestions that fit under the box without scrolling. */
const MOST = 12;

export const completeRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/complete', handle: (request) => json(complete(request)) },
];

/** What may stand where the cursor is: after `field:` its values, else fields, people and saved searches. */
function complete({ query, context }: RouteRequest): CompletionJson {
  const text = query.text('text') ?? '';
  const to = query.number('at', { default: text.length, min: 0, max: text.length });
  const lang = query.language(context.language);
  const word = /[^\s()]*$/.exec(text.slice(0, to))?.[0] ?? '';
  const from = to - word.length + (word.startsWith('-') ? 1 : 0);
  const typed = text.slice(from, to);
  const [, field, value] = /^([a-z-]+):"?(.*)$/i.exec(typed) ?? [];
  const items =
    field === undefined
      ? starts(context, typed, lang)
      : values(context, field.toLowerCase(), value ?? '', lang);
  return { from, to, items: items.slice(0, MOST) };
}

function starts(context: ServerContext, typed: string, lang: Language): CompletionItem[] {
  const fields = [...Object.keys(WORD_FIELDS), ...FACT_FIELDS]
    .filter((name) => name.startsWith(typed.toLowerCase()))
    .map(
      (name): CompletionItem => ({
        text: `${name}:`,
        kind: 'field',
        detail: FIELD_WORDS[name]?.[lang] ?? '',
      }),
    );
  const saved = context.reviews
    .searches()
    .filter(({ name }) => typed !== '' && name.toLowerCase().includes(typed.toLowerCase()))
    .map((search): CompletionItem => ({ text: search.query, kind: 'saved', detail: search.name }));
  return [...saved, ...fields, ...(typed.length < 2 ? [] : people(context, typed, 'from'))];
}

function values(context: ServerContext, field: string, value: string, lang: Language): CompletionItem[] {
  if (['from', 'to', 'cc', 'author'].includes(field)) return people(context, value, field);
  if (field === 'in')
    return counted(context, 'mailbox', value, (each) => `in:"/${each.replaceAll('"', ' ')}"`);
  if (field === 'lang') return counted(context, 'language', value, (each) => `lang:${quotedValue(each)}`);
  if (field === 'type') return counted(context, 'type', value, (each) => `type:${quotedValue(each)}`);
  if (field === 'reason') return reasons(context, value, lang);
  if (field === 'tag')
    return [...new Set(context.reviews.reviewed().flatMap((id) => context.reviews.marks(id).tags))]
      .filter((tag) => tag.toLowerCase().startsWith(value.toLowerCase()))
      .map((tag) => ({ text: `tag:${quotedValue(tag)}`, kind: 'tag', detail: '' }));
  const words: readonly string[] = isClosed(field) ? CLOSED_VALUES[field] : [];
  return words
    .filter((word) => word.startsWith(value.toLowerCase()))
    .map((word) => ({ text: `${field}:${word}`, kind: 'value', detail: detailOf(field, word, lang) }));
}

function isClosed(field: string): field is keyof typeof CLOSED_VALUES {
  return Object.hasOwn(CLOSED_VALUES, field);
}

function people({ view }: ServerContext, typed: string, field: string): CompletionItem[] {
  const wanted = typed.toLowerCase();
  const { table } = view.current;
  const { values } = view.current.made('all people', () => ({
    values: Array.from({ length: table.people.size }, (_, number) => ({
      address: table.people.value(number),
      name: table.names[number] ?? '',
      folded: `${table.people.value(number)} ${(table.names[number] ?? '').toLowerCase()}`,
    })),
  }));
  return values
    .filter(({ folded }) => folded.includes(wanted))
    .slice(0, MOST)
    .map(({ address, name }) => ({ text: `${field}:${quotedValue(address)}`, kind: 'person', detail: name }));
}

function counted(
  { view }: ServerContext,
  facet: 'mailbox' | 'language' | 'type',
  typed: string,
  write: (value: string) => string,
): CompletionItem[] {
  const { table } = view.current;
  const items = view.current.hits('', 'leak');
  const kind = facet === 'mailbox' ? 'mailbox' : 'value';
  return view.current
    .made(`complete ${facet}`, () => facetOf(table, items, facet))
    .values.filter(({ value }) => value.toLowerCase().includes(typed.toLowerCase().replace(/^\//, '')))
    .map(({ value, count }) => ({ text: write(value), kind, detail: String(count) }));
}

function reasons({ view }: ServerContext, typed: string, lang: Language): CompletionItem[] {
  const { reasonCodes } = view.current.table;
  return Array.from({ length: reasonCodes.size }, (_, number) => reasonCodes.value(number))
    .filter((code) => code.includes(typed.toLowerCase()))
    .sort()
    .map((code) => {
      const told = reasonText(code);
      return {
        text: `reason:${code}`,
        kind: 'value',
        detail: told === null ? '' : inLanguage(told.title, lang),
      };
    });
}

function detailOf(field: string, word: string, lang: Language): string {
  const verdict = VERDICTS.find((each) => each === word);
  if (field === 'verdict' && verdict !== undefined) return inLanguage(VERDICT_TEXTS[verdict].title, lang);
  const topic = TOPICS.find((each) => each === word);
  return field === 'topic' && topic !== undefined ? TOPIC_TITLES[topic][lang] : '';
}

const FIELD_WORDS: Readonly<Record<string, Text>> = {
  from: { en: 'sender', fr: 'expéditeur' },
  to: { en: 'recipient', fr: 'destinataire' },
  cc: { en: 'copied to', fr: 'en copie' },
  author: { en: 'author of a document', fr: 'auteur d’un document' },
  subject: { en: 'words of the subject', fr: 'mots de l’objet' },
  body: { en: 'words of the text', fr: 'mots du texte' },
  filename: { en: 'name of a file', fr: 'nom d’un fichier' },
  in: { en: 'mailbox or folder', fr: 'boîte ou dossier' },
  after: { en: 'from this day on', fr: 'à partir de ce jour' },
  before: { en: 'before this day', fr: 'avant ce jour' },
  on: { en: 'day, month or year', fr: 'jour, mois ou année' },
  larger: { en: 'larger than', fr: 'plus grand que' },
  smaller: { en: 'smaller than', fr: 'plus petit que' },
  kind: { en: 'message, document, image …', fr: 'message, document, image…' },
  type: { en: 'pdf, docx, a media type', fr: 'pdf, docx, type de média' },
  role: { en: 'leak or reference', fr: 'fuite ou référence' },
  verdict: { en: 'verdict', fr: 'verdict' },
  reason: { en: 'reason of a verdict', fr: 'raison d’un verdict' },
  failure: { en: 'why it was not read', fr: 'pourquoi il n’a pas été lu' },
  has: { en: 'has an attachment …', fr: 'a une pièce jointe…' },
  is: { en: 'is a duplicate …', fr: 'est un doublon…' },
  thread: { en: 'thread of a message', fr: 'fil d’un message' },
  app: { en: 'program of a document', fr: 'logiciel d’un document' },
  lang: { en: 'language', fr: 'langue' },
  topic: { en: 'topic', fr: 'thème' },
  personal: { en: 'kind of personal data', fr: 'type de données personnelles' },
  touched: { en: 'saved after the fact, or in one run', fr: 'enregistré après coup, ou en série' },
  tag: { en: 'tag of the review', fr: 'étiquette de la relecture' },
  review: { en: 'checked, signed …', fr: 'vérifié, signé…' },
};
