import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import { ITEM_KINDS, VERDICTS } from '../../model/index.ts';
import { PERSONAL_KINDS, KIND_WORDS as PERSONAL_WORDS } from '../../publish/index.ts';
import { formatBytes } from '../../show/number-text.ts';
import type { View } from './context.ts';
import { Html, html } from './html.ts';

/** What came out, how much, and what share of it is what. */
export function figuresSection(view: View): Html {
  const { dossier, lang, say, number, percent } = view;
  const { totals, operation, content } = dossier;
  const { facts } = operation;
  const tiles: readonly (readonly [string, { readonly en: string; readonly fr: string }])[] = [
    [number(totals.items.total), { en: 'items', fr: 'éléments' }],
    [number(totals.items.message), { en: 'messages', fr: 'messages' }],
    [
      formatBytes(totals.bytes, lang),
      { en: 'in the files of the dump', fr: 'dans les fichiers de la fuite' },
    ],
    [number(totals.duplicates), { en: 'exact copies among them', fr: 'copies exactes parmi eux' }],
    [number(totals.failures), { en: 'not read, or only in part', fr: 'non lus, ou en partie' }],
    [number(dossier.planted), { en: 'match a planted decoy', fr: 'correspondent à un leurre posé' }],
  ];
  return html`
<div class="tiles">${tiles.map(([value, label]) => html`<div class="tile"><b>${value}</b><span>${say(label)}</span></div>`)}</div>
${spanOf(view)}
${verdictBar(view)}
<table class="verdicts"><thead><tr><th>${say({ en: 'Verdict', fr: 'Verdict' })}</th><th class="n">${say({ en: 'Items', fr: 'Éléments' })}</th><th class="n">${say({ en: 'Share', fr: 'Part' })}</th><th>${say({ en: 'What it says', fr: 'Ce que cela dit' })}</th></tr></thead><tbody>
${VERDICTS.map((verdict) => {
  const count = facts.verdicts[verdict];
  const { title, text } = VERDICT_TEXTS[verdict];
  return html`<tr><td class="word"><span class="key ${verdict}"></span>${say(title)}</td><td class="n">${number(count)}</td><td class="n">${share(count, facts.judged, percent)}</td><td class="what">${withoutTitle(say(text))}</td></tr>`;
})}
</tbody></table>
<p class="quiet">${say({
    en: 'Shares are of the',
    fr: 'Parts sur les',
  })} ${number(facts.judged)} ${say({
    en: 'items that take a verdict, copies counted; archives and mailboxes take none.',
    fr: 'éléments qui reçoivent un verdict, copies comprises ; archives et boîtes n’en reçoivent pas.',
  })} ${ITEM_KINDS.filter((kind) => totals.items[kind] > 0)
    .map((kind) => `${say(KIND_WORDS[kind])} ${number(totals.items[kind])}`)
    .join(' · ')}</p>
${content.personalData.length === 0 ? null : personalData(view)}`;
}

function spanOf({ dossier, lang, say }: View): Html | null {
  const { first: earliest, last: latest } = dossier.operation.facts.mail;
  if (earliest === null || latest === null) return null;
  const days = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  const [first, last] = [earliest, latest].map(({ date }) => days.format(new Date(date)));
  return html`<p>${say({ en: 'The messages bear dates from', fr: 'Les messages portent des dates du' })} ${first ?? ''} ${say({ en: 'to', fr: 'au' })} ${last ?? ''}.</p>`;
}

function verdictBar({ dossier, say, percent }: View): Html {
  const { verdicts, judged } = dossier.operation.facts;
  if (judged === 0) return html``;
  const told = VERDICTS.map(
    (verdict) => `${say(VERDICT_TEXTS[verdict].title)} ${percent(verdicts[verdict] / judged)}`,
  );
  const parts = VERDICTS.filter((verdict) => verdicts[verdict] > 0).map(
    (verdict) => new Html(`<i class="${verdict}" style="flex:${verdicts[verdict]} 0 0"></i>`),
  );
  return html`<div class="bar" role="img" aria-label="${told.join(', ')}">${parts}</div>`;
}

function personalData({ dossier, say, number }: View): Html {
  const rows = dossier.content.personalData.filter(({ items }) => items > 0);
  const review = rows.some((row) => row.review > 0);
  return html`<h3>${say({ en: 'Personal data in the texts', fr: 'Données personnelles dans les textes' })}</h3>
<p>${say({
    en: 'Counted only; none is shown here. The same number in ten mails counts ten times.',
    fr: "Seulement comptées ; aucune n'est montrée ici. Le même numéro dans dix courriels compte dix fois.",
  })}</p>
<table><thead><tr><th>${say({ en: 'Kind', fr: 'Nature' })}</th><th class="n">${say({ en: 'Found', fr: 'Trouvées' })}</th>${review ? html`<th class="n">${say({ en: 'To review', fr: 'À vérifier' })}</th>` : null}<th class="n">${say({ en: 'Items', fr: 'Éléments' })}</th></tr></thead><tbody>
${rows.map(({ kind, count, review: open, items }) => html`<tr><td>${wordOf(kind, say)}</td><td class="n">${number(count)}</td>${review ? html`<td class="n">${number(open)}</td>` : null}<td class="n">${number(items)}</td></tr>`)}
</tbody></table>${review ? html`<p class="quiet">${say({ en: 'To review: it looks right, and its check digits do not hold.', fr: 'À vérifier : l’apparence y est, la clé de contrôle ne tient pas.' })}</p>` : null}`;
}

/** A kind that a newer look found stands as it is. */
function wordOf(kind: string, say: View['say']): string {
  const known = PERSONAL_KINDS.find((one) => one === kind);
  return known === undefined ? kind : say(PERSONAL_WORDS[known]);
}

/** "Authentic: …" stands beside the word already. */
function withoutTitle(text: string): string {
  const rest = text.slice(text.indexOf(':') + 1).trim();
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function share(count: number, of: number, percent: (share: number) => string): string {
  return of === 0 ? '–' : percent(count / of);
}

export const KIND_WORDS = {
  message: { en: 'messages', fr: 'messages' },
  document: { en: 'documents', fr: 'documents' },
  image: { en: 'images', fr: 'images' },
  archive: { en: 'archives', fr: 'archives' },
  mailbox: { en: 'mailboxes', fr: 'boîtes aux lettres' },
  other: { en: 'others', fr: 'autres' },
} as const;
