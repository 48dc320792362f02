import type { Text } from '../../model/text.ts';
import type { SectionName } from '../audience.ts';
import type { Dossier } from '../gather.ts';
import { checksSection } from './checks-section.ts';
import { hashesSection, statementSection, uncheckedSection } from './closing-sections.ts';
import { type View, viewOf } from './context.ts';
import { examplesSection } from './examples-section.ts';
import { figuresSection } from './figures-section.ts';
import { type Html, html, Html as Markup } from './html.ts';
import { methodSection } from './method-section.ts';
import { baitSection, diamondSection, timelineSection } from './operation-sections.ts';
import { attributionSection, spreadSection } from './outside-sections.ts';
import { silenceSection } from './silence-section.ts';
import { STYLE } from './style.ts';
import { tracesSection } from './traces-section.ts';

const PARTS: Readonly<Record<SectionName, readonly [title: Text, render: (view: View) => Html]>> = {
  figures: [{ en: 'What came out, and what it is', fr: 'Ce qui est paru, et ce que c’est' }, figuresSection],
  examples: [{ en: 'The strongest examples', fr: 'Les exemples les plus probants' }, examplesSection],
  timeline: [{ en: 'Time line of the operation', fr: 'Chronologie de l’opération' }, timelineSection],
  traces: [{ en: 'Traces of those who had it in hand', fr: 'Traces de qui l’a eu en main' }, tracesSection],
  bait: [{ en: 'Bait', fr: 'Appâts' }, baitSection],
  spread: [{ en: 'How it was spread', fr: 'Comment cela s’est propagé' }, spreadSection],
  attribution: [{ en: 'Who did it, in measured words', fr: 'Qui, en mots mesurés' }, attributionSection],
  diamond: [{ en: 'Diamond model', fr: 'Modèle du diamant' }, diamondSection],
  silence: [{ en: 'Electoral silence', fr: 'Silence électoral' }, silenceSection],
  hashes: [{ en: 'Hashes of altered items', fr: 'Empreintes des éléments altérés' }, hashesSection],
  unchecked: [{ en: 'What could not be checked', fr: 'Ce qui n’a pu être vérifié' }, uncheckedSection],
  statement: [{ en: 'Draft statement', fr: 'Projet de déclaration' }, statementSection],
  checks: [{ en: 'What was found at fault with it', fr: 'Ce qui y a été relevé' }, checksSection],
  method: [{ en: 'Method', fr: 'Méthode' }, methodSection],
};

/** The dossier as one page that needs nothing else: no script, no network, made to be printed. */
export function dossierHtml(dossier: Dossier): string {
  const view = viewOf(dossier);
  const { say, profile, lang } = view;
  const title = say({ en: 'Dossier of a leak', fr: 'Dossier d’une fuite' });
  const made = new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(dossier.now);
  const sections = profile.sections.map((name) => {
    const [heading, render] = PARTS[name];
    return html`<section aria-labelledby="${name}"><h2 id="${name}">${say(heading)}</h2>${render(view)}</section>`;
  });
  const contents = profile.sections.map(
    (name) => html`<li><a href="#${name}">${say(PARTS[name][0])}</a></li>`,
  );
  const page = html`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${title} · ${say(profile.name)}</title><style>${new Markup(STYLE)}</style></head>
<body><header><p class="for">${say(profile.name)}</p><h1>${title} <span class="quiet">${dossier.caseName}</span></h1>
<p>${say(profile.purpose)}</p><p class="quiet">${made} UTC · Tamis ${dossier.version}</p></header>
<nav aria-label="${say({ en: 'Contents', fr: 'Sommaire' })}"><ol>${contents}</ol></nav><main>${sections}</main></body></html>
`;
  return page.markup;
}
