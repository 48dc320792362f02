import { assessmentFaults, assessmentText, LINT_TEXTS } from '../../attribution/index.ts';
import { findingText, GATE_NAMES, OUTCOME_WORDS } from '../../publish/index.ts';
import type { View } from './context.ts';
import { type Html, html } from './html.ts';

/** What the words of estimation, the silence clock and the gates say of the draft: for those who decide on it. */
export function checksSection({ dossier, say, lang, number }: View): Html {
  const { statement } = dossier;
  const faults = statement.faults.map(
    ({ severity, rule, words }) =>
      html`<li><b>${severity}</b> ${rule} “${words}”${lang === 'fr' ? '\u00a0' : ''}: ${LINT_TEXTS[rule][lang]}</li>`,
  );
  return html`<h3>${say({ en: 'Words of estimation (ICD 203)', fr: "Mots de l'estimation (ICD 203)" })}</h3>
${faults.length === 0 ? html`<p>${say({ en: 'Nothing to object to.', fr: 'Rien à redire.' })}</p>` : html`<ul>${faults}</ul>`}
${assessed({ dossier, lang })}
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

/** Of each gate; `publish check` has all. */
const MOST_FINDINGS = 2;

function clock({ dossier, say, number }: Pick<View, 'dossier' | 'say' | 'number'>): Html {
  const { silence } = dossier.statement;
  if (silence === null)
    return html`<p>${say({ en: 'Not checked: no election was named.', fr: 'Non consultée : aucune élection indiquée.' })}</p>`;
  if (silence.inForce.length > 0)
    return html`<p class="warn">${say({ en: 'Rules that bind campaigns hold now, by territory', fr: 'Règles visant les campagnes en vigueur, par territoire' })}: ${number(silence.inForce.length)}. ${say({ en: 'Ask counsel before you speak.', fr: 'Consulter un juriste avant de parler.' })}</p>`;
  return html`<p>${say({ en: 'No rule that binds campaigns holds at this moment.', fr: 'Aucune règle visant les campagnes n’est en vigueur à cet instant.' })}</p>`;
}

/** What the statement says of who did it, against the rows of its own matrix. */
function assessed({ dossier, lang }: Pick<View, 'dossier' | 'lang'>): Html | null {
  const { matrix } = dossier.told;
  const faults = matrix === null ? [] : assessmentFaults(matrix);
  if (matrix === null || faults.length === 0) return null;
  return html`<ul class="warn">${faults.map((fault) => html`<li>${assessmentText(matrix, fault, lang)}</li>`)}</ul>`;
}
