import { tellReason } from '../../judge/reasons/index.ts';
import { VERDICT_TEXTS } from '../../judge/reasons/verdicts.ts';
import type { Reason } from '../../model/index.ts';
import type { Language } from '../../model/text.ts';
import type { Example } from '../contents/examples.ts';
import { timeText, type View } from './context.ts';
import { type Html, html } from './html.ts';
import { KIND_ONE } from './kind-words.ts';

/** Of an example: the heaviest. */
const MOST_REASONS = 6;
const SIGNS = { for: '+', against: '−', note: '·' } as const;

/** The items best borne out, each with its reasons; words of the leak only for those who get them. */
export function examplesSection(view: View): Html {
  const { dossier, say } = view;
  if (dossier.examples.length === 0)
    return html`<p>${say({ en: 'No item has a verdict that could serve.', fr: 'Aucun élément au verdict probant.' })}</p>`;
  return html`<p class="quiet">${say({
    en: '+ speaks for, − against; · is told and moves nothing. Ids find the items in the case and the evidence package.',
    fr: '+ parle pour, − contre ; · est signalé et ne change rien. Les identifiants retrouvent les éléments dans le dossier et le paquet de preuves.',
  })}</p>${dossier.examples.map((example) => one(example, view))}`;
}

function one({ verdict, hit }: Example, { say, lang, profile, leak, told, item }: View): Html {
  const date = hit.date === null ? null : timeText(hit.date, 'UTC', lang);
  const title = hit.kind === 'message' ? hit.subject : hit.name;
  const reasons = withoutRepeats(hit.reasons, profile.words, lang).map((reason) => {
    const { title: name, text } = tellReason(reason, lang);
    // Values of a reason may be words of the leak: whoever gets none gets what kind of reason it is.
    return html`<li><i>${SIGNS[reason.polarity]}</i><b>${name}</b>${profile.words ? html`${lang === 'fr' ? '\u00a0' : ''}: ${told(text)}` : null}</li>`;
  });
  return html`<article class="${verdict}"><h3>${say(VERDICT_TEXTS[verdict].title)} · ${say(KIND_ONE[hit.kind])} ${item(hit.id)}</h3>
${profile.words ? html`<p>${leak(title)}<br><span class="quiet">${leak(hit.path)}</span></p>` : null}
<p class="quiet">${date}${date === null ? null : ' · '}SHA-256 <code>${profile.words ? hit.sha256 : `${hit.sha256.slice(0, 16)}…`}</code></p><ul>${reasons}</ul></article>`;
}

/** Two signatures give one reason twice: without their values they are one line. */
function withoutRepeats(reasons: readonly Reason[], words: boolean, lang: Language): readonly Reason[] {
  const titles = new Set<string>();
  const kept = words
    ? reasons
    : reasons.filter((reason) => {
        const { title } = tellReason(reason, lang);
        if (titles.has(title)) return false;
        titles.add(title);
        return true;
      });
  return kept.slice(0, MOST_REASONS);
}
