import type { Text } from '../../model/text.ts';
import type { View } from './context.ts';
import { type Html, html } from './html.ts';

/** What could not be checked, and why. */
export function uncheckedSection({ dossier, say, number }: View): Html {
  return html`<p>${say({ en: '“Could not be checked” is not “failed”, and says nothing against an item.', fr: "« N'a pu être vérifié » n'est pas « a échoué », et ne dit rien contre un élément." })}</p>
<ul>${dossier.unchecked.map(({ text, count, query }) => html`<li>${count === null ? null : html`<b>${number(count)}</b> `}${text}${query === null ? null : html` <code>${query}</code>`}</li>`)}</ul>`;
}

/** SHA-256 of what was altered, by which copies are recognised without being read. */
export function hashesSection({ dossier, say, item, number }: View): Html {
  const { altered, operation } = dossier;
  if (altered.length === 0)
    return html`<p>${say({ en: 'No item was altered, as far as could be checked.', fr: "Aucun élément altéré, pour autant qu'on ait pu vérifier." })}</p>`;
  const more = operation.facts.verdicts.altered - altered.length;
  return html`<table><thead><tr><th>Id</th><th>SHA-256</th><th class="n">${say({ en: 'Bytes', fr: 'Octets' })}</th></tr></thead><tbody>${altered.map(({ id, sha256, size }) => html`<tr><td>${item(id)}</td><td><code>${sha256}</code></td><td class="n">${number(size)}</td></tr>`)}</tbody></table>
${more > 0 ? html`<p>+${number(more)}</p>` : null}`;
}

/** The draft, each sentence with what bears it out. */
export function statementSection({ dossier, profile, say, items }: View): Html {
  const { statement } = dossier;
  const claim = statement.claims.map(({ text, items: ids, query }) => {
    const finds = query === null || query === '' ? null : html` <code>${query}</code>`;
    const evidence =
      ids.length === 0 && finds === null ? null : html`<br><span class="quiet">${items(ids)}${finds}</span>`;
    return html`<p>${text}${evidence}</p>`;
  });
  // Whoever decides on it is told what it lacks; whoever receives it, that it is no more than a draft.
  const about = profile.sections.includes('checks') ? TO_DECIDE : TO_QUOTE;
  return html`<p>${say(about)}</p><blockquote>${claim}</blockquote>`;
}

const TO_DECIDE: Text = {
  en: 'A draft for a person to decide on. It says what the case bears out; what you know besides (how the files were taken, what you have reported) is yours to add.',
  fr: 'Une ébauche, dont une personne décide. Elle dit ce que le dossier établit ; ce que vous savez par ailleurs (comment les fichiers ont été pris, ce que vous avez signalé) reste à ajouter.',
};
const TO_QUOTE: Text = {
  en: 'A draft, with the items that bear out each sentence. Ask for the released text before you quote it.',
  fr: 'Une ébauche, avec les éléments qui établissent chaque phrase. Demandez le texte diffusé avant de la citer.',
};
