import { LINT_TEXTS } from '../../attribution/index.ts';
import { findingText, GATE_NAMES, OUTCOME_WORDS } from '../../publish/index.ts';
import type { View } from './context.ts';
import { type Html, html } from './html.ts';

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

/** The draft, each sentence with what bears it out, and what the two checks said. */
export function statementSection({ dossier, say, lang, items, number }: View): Html {
  const { statement } = dossier;
  const claim = statement.claims.map(({ text, items: ids, query }) => {
    const finds = query === null || query === '' ? null : html` <code>${query}</code>`;
    const evidence =
      ids.length === 0 && finds === null ? null : html`<br><span class="quiet">${items(ids)}${finds}</span>`;
    return html`<p>${text}${evidence}</p>`;
  });
  const faults = statement.faults.map(
    ({ severity, rule, words }) =>
      html`<li><b>${severity}</b> ${rule} “${words}”${lang === 'fr' ? '\u00a0' : ''}: ${LINT_TEXTS[rule][lang]}</li>`,
  );
  return html`<p>${say({
    en: 'A draft for a person to decide on. It says what the case bears out; what you know besides (how the files were taken, what you have reported) is yours to add.',
    fr: 'Une ébauche, dont une personne décide. Elle dit ce que le dossier établit ; ce que vous savez par ailleurs (comment les fichiers ont été pris, ce que vous avez signalé) reste à ajouter.',
  })}</p><blockquote>${claim}</blockquote>
<h3>${say({ en: 'Words of estimation (ICD 203)', fr: "Mots de l'estimation (ICD 203)" })}</h3>
${faults.length === 0 ? html`<p>${say({ en: 'Nothing to object to.', fr: 'Rien à redire.' })}</p>` : html`<ul>${faults}</ul>`}
<h3>${say({ en: 'Silence clock', fr: 'Horloge du silence' })}</h3>${clock({ dossier, say, number })}
<h3>${say({ en: 'Gates of publication', fr: 'Contrôles de publication' })}</h3>${gates({ dossier, say, lang })}`;
}

/** What a newsroom's gates say of the draft: what is missing is for a person to add. */
function gates({ dossier, say, lang }: Pick<View, 'dossier' | 'say' | 'lang'>): Html {
  const rows = dossier.gates.results.map(({ gate, outcome, findings }) => {
    const told = findings
      .slice(0, MOST_FINDINGS)
      .map((finding) => html`<br><span class="quiet">${findingText(finding, lang)}</span>`);
    return html`<tr><td class="word">${gate}</td><td class="word">${say(OUTCOME_WORDS[outcome])}</td><td>${say(GATE_NAMES[gate])}${told}</td></tr>`;
  });
  return html`<table><tbody>${rows}</tbody></table>`;
}

const MOST_FINDINGS = 2;

function clock({ dossier, say, number }: Pick<View, 'dossier' | 'say' | 'number'>): Html {
  const { silence } = dossier.statement;
  if (silence === null)
    return html`<p>${say({ en: 'Not checked: no election was named.', fr: 'Non consultée : aucune élection indiquée.' })}</p>`;
  if (silence.inForce.length > 0)
    return html`<p class="warn">${say({ en: 'Rules that bind campaigns hold now, by territory', fr: 'Règles visant les campagnes en vigueur, par territoire' })}: ${number(silence.inForce.length)}. ${say({ en: 'Ask counsel before you speak.', fr: 'Consulter un juriste avant de parler.' })}</p>`;
  return html`<p>${say({ en: 'No rule that binds campaigns holds at this moment.', fr: 'Aucune règle visant les campagnes n’est en vigueur à cet instant.' })}</p>`;
}

export function methodSection({ dossier, profile, say, number, lang }: View): Html {
  const { version, inputs, keys, custody, sifts, now } = dossier;
  const list = (values: Readonly<Record<string, number>>) =>
    Object.entries(values)
      .map(([name, count]) => `${name} ${number(count)}`)
      .join(', ') || '–';
  const roles = Object.fromEntries(
    [...Map.groupBy(inputs, ({ role }) => role)].map(([role, some]) => [role, some.length]),
  );
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  return html`<ul>
<li>Tamis ${version}, ${now.toISOString().slice(0, 16).replace('T', ' ')} UTC</li>
<li>${say({ en: 'Inputs', fr: 'Sources' })}${colon}${profile.words ? inputs.map(({ role, name }) => `${name} (${role})`).join(', ') : list(roles)}</li>
<li>${say({ en: 'DKIM keys by where they come from', fr: 'Clés DKIM selon leur provenance' })}${colon}${list(keys)}</li>
<li>${say({ en: 'Settings of the last sift', fr: 'Réglages du dernier passage' })}${colon}<code>${JSON.stringify(sifts[0] ?? {})}</code></li>
<li>${say({ en: 'Custody log', fr: 'Journal de conservation' })}${colon}${number(custody.entries)} ${say({ en: 'entries, last hash', fr: 'entrées, dernière empreinte' })} <code>${custody.lastHash ?? '–'}</code></li>
</ul><p>${say({
    en: 'Messages are checked by their DKIM and ARC signatures with keys as of then, against the reference archive where there is one, and against one another; documents by what carries them and by their own traces. Every verdict has its reasons, and tamis why ID shows them.',
    fr: "Les messages sont vérifiés par leurs signatures DKIM et ARC avec les clés d'alors, face à l'archive de référence s'il y en a une, et les uns par les autres ; les documents par ce qui les porte et par leurs propres traces. Chaque verdict a ses raisons, que montre tamis why ID.",
  })}</p>`;
}
