import { CORNERS } from '../operation/diamond-fact.ts';
import type { OperationEvent } from '../operation/event.ts';
import {
  CORNER_TEXTS,
  eventText,
  factText,
  GROUND_TEXTS,
  STAGE_TEXTS,
  STRENGTH_TEXTS,
} from '../operation/texts.ts';
import { timeText, type View } from './context.ts';
import { type Html, html } from './html.ts';

/** The time line as a table. */
export function timelineSection(view: View): Html {
  const { dossier, say } = view;
  return html`<div class="scroll" role="region" aria-label="${say({ en: 'Time line', fr: 'Chronologie' })}" tabindex="0"><table><thead><tr><th>${say({ en: 'Time', fr: 'Heure' })}</th><th>${say({ en: 'Stage', fr: 'Étape' })}</th><th>${say({ en: 'What', fr: 'Quoi' })}</th></tr></thead><tbody>
${dossier.operation.events.map((event) => eventRow(event, view))}</tbody></table></div>`;
}

function eventRow(event: OperationEvent, { lang, say, told, items }: View): Html {
  const { from, to, zone, stage, ground } = event;
  const time = (value: string | null) => (value === null ? '…' : timeText(value, zone, lang));
  const ids = event.items.length === 0 ? null : html` · ${items(event.items, event.count)}`;
  return html`<tr><td class="time">${time(from)}${to === null || to === from ? null : html`<br>– ${time(to)}`}</td><td class="word">${say(STAGE_TEXTS[stage])}</td>
<td>${told(eventText(event, lang))}<br><span class="quiet">${say(GROUND_TEXTS[ground])}${ids}</span></td></tr>`;
}

/** The four corners of the diamond, each fact with what shows it. */
export function diamondSection({ dossier, lang, say, told, items, number }: View): Html {
  return html`${CORNERS.map((corner) => {
    const facts = dossier.operation.diamond[corner];
    const rows = facts.map((fact) => {
      const ids = fact.items.length === 0 ? null : html` · ${items(fact.items, fact.count)}`;
      const techniques = fact.techniques.map(({ id, name }) => `${id} ${name}`).join(', ');
      return html`<li>${told(factText(fact, lang))}${fact.count > 0 ? ` (${number(fact.count)})` : null}<br><span class="quiet">${say(STRENGTH_TEXTS[fact.strength])}${techniques === '' ? null : ` · ${techniques}`}${ids}</span></li>`;
    });
    const nothing = { en: 'The case shows nothing of it.', fr: 'Le dossier n’en montre rien.' };
    return html`<h3>${say(CORNER_TEXTS[corner])}</h3>${rows.length === 0 ? html`<p>${say(nothing)}</p>` : html`<ul>${rows}</ul>`}`;
  })}`;
}

/** Mail that looks like bait, by the domain it claims. */
export function baitSection({ dossier, lang, say, told, items }: View): Html {
  const bait = dossier.operation.events.filter(({ stage }) => stage === 'bait');
  if (bait.length === 0)
    return html`<p>${say({
      en: 'No message of the leak is from a look-alike of the domains it is mostly from. Bait that was deleted, or came another way, is not in a leak.',
      fr: "Aucun message de la fuite ne vient d'un sosie de ses domaines principaux. Un appât supprimé, ou venu autrement, n'est pas dans une fuite.",
    })}</p>`;
  return html`<ul>${bait.map((event) => html`<li>${told(eventText(event, lang))} <span class="quiet">${items(event.items, event.count)}</span></li>`)}</ul>
<p class="quiet">${say({
    en: 'A look-alike may also be a harmless namesake. What the messages asked for has to be read.',
    fr: 'Un sosie peut aussi être un homonyme anodin. Ce que demandaient les messages est à lire.',
  })}</p>`;
}
