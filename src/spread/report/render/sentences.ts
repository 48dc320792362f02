import type { Language } from '../../../model/index.ts';
import type { SpreadReport } from '../build.ts';
import { coordinationSentences } from './coordination-sentences.ts';
import { codeText, countryText, languageText, stepText } from './names.ts';
import { numberText } from './number-text.ts';
import { moment } from './tables.ts';
import { ACCOUNTS, lasting, POSTS, type Teller, TIMES, tellerOf } from './teller.ts';

/** A section of the report in words. */
export interface Section {
  readonly name: 'scope' | 'volume' | 'concentration' | 'coordination' | 'automation' | 'origin' | 'paths';
  readonly lines: readonly string[];
}

/** What the report says in words, section by section; each number with the unit it counts. */
export function sentences(report: SpreadReport, lang: Language): readonly Section[] {
  const teller = tellerOf(lang);
  return [
    { name: 'scope', lines: scopeLines(report, teller) },
    { name: 'volume', lines: volumeLines(report.volume, teller) },
    { name: 'concentration', lines: concentrationLines(report, teller) },
    { name: 'coordination', lines: coordinationSentences(report.coordination, teller) },
    { name: 'automation', lines: automationLines(report.automation, teller) },
    { name: 'origin', lines: originLines(report.origin, teller) },
    { name: 'paths', lines: pathLines(report.paths, teller) },
  ];
}

function scopeLines(
  { completeness, volume }: SpreadReport,
  { say, n, count, percent, lang }: Teller,
): string[] {
  const counts = (of: Readonly<Record<string, number>>): string =>
    Object.entries(of)
      .map(([name, count]) => `${codeText(name, lang)} ${n(count)}`)
      .join(', ');
  const missing = Object.entries(completeness.missing)
    .filter(([, share]) => share > 0.005)
    .map(([field, share]) => `${codeText(field, lang)} ${percent(share)}`);
  return [
    say(
      `${count(volume.posts, POSTS)} by ${count(volume.accounts, ACCOUNTS)}, ${moment(volume.first)} to ${moment(volume.last)} UTC${completeness.tag ? `, with ${completeness.tag}` : ''}.`,
      `${count(volume.posts, POSTS)} de ${count(volume.accounts, ACCOUNTS)}, du ${moment(volume.first)} au ${moment(volume.last)} UTC${completeness.tag ? `, avec ${completeness.tag}` : ''}.`,
    ),
    say(
      `Networks: ${counts(completeness.platforms)}. Resolution of times: ${counts(completeness.resolutions)}; ${n(completeness.assumedZone)} without a zone of their own.`,
      `Réseaux\u00a0: ${counts(completeness.platforms)}. Résolution des heures\u00a0: ${counts(completeness.resolutions)}\u202f; ${n(completeness.assumedZone)} sans fuseau propre.`,
    ),
    ...(completeness.languageByText > 0
      ? [
          say(
            `The language of ${count(completeness.languageByText, POSTS)} was told from the text, the network giving none.`,
            `La langue de ${count(completeness.languageByText, POSTS)} a été lue dans le texte, faute d’indication du réseau.`,
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [say(`Missing fields: ${missing.join(', ')}.`, `Champs absents\u00a0: ${missing.join(', ')}.`)]
      : []),
  ];
}

function volumeLines(volume: SpreadReport['volume'], teller: Teller): string[] {
  const { say, n, count, percent } = teller;
  const bin = lasting(volume.binMinutes, teller);
  return [
    say(
      `${count(volume.early, POSTS)} (${percent(volume.early / volume.posts)}) in the 3.5 hours after the first; the busiest 3.5 hours hold ${n(volume.busiest.posts)}, from ${moment(volume.busiest.from)}.`,
      `${count(volume.early, POSTS)} (${percent(volume.early / volume.posts)}) dans les 3,5 heures suivant la première\u202f; les 3,5 heures les plus denses en comptent ${n(volume.busiest.posts)}, à partir du ${moment(volume.busiest.from)}.`,
    ),
    ...volume.reached.map((step) =>
      say(
        `${count(step.posts, POSTS)} after ${lasting(step.afterMs / 60_000, teller)}.`,
        `${count(step.posts, POSTS)} après ${lasting(step.afterMs / 60_000, teller)}.`,
      ),
    ),
    say(
      `Bursts (Kleinberg, two states, three times the mean rate, bins of ${bin}): ${n(volume.bursts.length)}`,
      `Poussées (Kleinberg, deux états, trois fois le rythme moyen, tranches de ${bin})\u00a0: ${n(volume.bursts.length)}`,
    ) +
      volume.bursts
        .slice(0, 5)
        .map((burst) =>
          say(
            `; ${moment(burst.from)}: ${n(burst.posts)}`,
            `\u202f; ${moment(burst.from)}\u00a0: ${n(burst.posts)}`,
          ),
        )
        .join(''),
  ];
}

function concentrationLines({ concentration, volume }: SpreadReport, teller: Teller): string[] {
  const { say, n, count, percent, lang } = teller;
  if (volume.accounts === 0)
    return [
      say(
        'No post names its account: how the posts are spread over accounts cannot be said.',
        'Aucune publication ne nomme son compte\u00a0: on ne peut dire comment les publications se répartissent entre comptes.',
      ),
    ];
  if (volume.accounts === 1)
    return [
      say(
        `All posts are of one account, so there is nothing to compare it with; most of them in two hours: ${n(concentration.accounts[0]?.inTwoHours ?? 0)}.`,
        `Toutes les publications sont d’un seul compte, il n’y a donc rien à quoi le comparer\u202f; maximum en deux heures\u00a0: ${n(concentration.accounts[0]?.inTwoHours ?? 0)}.`,
      ),
    ];
  const run = concentration.runs[0];
  const { unusual, manipulation } = concentration;
  return [
    say(
      `The ten most active accounts posted ${count(concentration.topTenPosts, TIMES)} (${percent(concentration.topTenShare)}); the most active 1% of accounts ${percent(concentration.topPercentShare)}. Gini ${numberText(concentration.gini, lang)}. Coefficient of traffic manipulation ${n(manipulation.value)} (comparative, not absolute).`,
      `Les dix comptes les plus actifs ont publié ${n(concentration.topTenPosts)} fois (${percent(concentration.topTenShare)})\u202f; le 1\u00a0% le plus actif, ${percent(concentration.topPercentShare)}. Gini ${numberText(concentration.gini, lang)}. Coefficient de manipulation du trafic ${n(manipulation.value)} (comparatif, non absolu).`,
    ),
    say(
      `Most posts by one account in two hours: ${n(Math.max(0, ...concentration.accounts.map((a) => a.inTwoHours)))}.`,
      `Maximum d’un compte en deux heures\u00a0: ${n(Math.max(0, ...concentration.accounts.map((a) => a.inTwoHours)))}.`,
    ),
    ...(run
      ? [
          say(
            `Fastest run: ${run.post} was re-shared ${count(run.inFiveMinutes, TIMES)} within five minutes (${n(run.inOneMinute)} within one, ${n(run.firstMinute)} in its first minute) from ${moment(run.from)}; ${n(unusual.asFast)} of ${n(unusual.resharedPosts)} re-shared posts reach as many. ${unusual.authorMedian === null ? 'No other re-shared post of its author is here: whether this is usual for that account cannot be said.' : `Its author has ${n(unusual.authorPosts)} re-shared posts here, with ${n(unusual.authorMedian)} in five minutes at the median; ${n(unusual.authorAsFast)} as fast.`}`,
            `Série la plus rapide\u00a0: ${run.post} a été repartagée ${n(run.inFiveMinutes)} fois en cinq minutes (${n(run.inOneMinute)} en une, ${n(run.firstMinute)} dans sa première) à partir du ${moment(run.from)}\u202f; ${n(unusual.asFast)} des ${n(unusual.resharedPosts)} publications repartagées en font autant. ${unusual.authorMedian === null ? 'Aucune autre publication repartagée de son auteur n’est ici\u00a0: on ne peut dire si c’est habituel pour ce compte.' : `Son auteur a ici ${n(unusual.authorPosts)} publications repartagées, avec ${n(unusual.authorMedian)} en cinq minutes en médiane\u202f; ${n(unusual.authorAsFast)} aussi rapides.`}`,
          ),
        ]
      : []),
  ];
}

function automationLines(automation: SpreadReport['automation'], { say, n, count }: Teller): string[] {
  if (automation.judged === 0)
    return [
      say(
        `No account has ${automation.leastPosts} posts or more: of rhythms nothing can be said.`,
        `Aucun compte n’a ${automation.leastPosts} publications ou plus\u00a0: on ne peut rien dire des rythmes.`,
      ),
    ];
  return [
    say(
      `${count(automation.judged, ACCOUNTS)} ${automation.judged === 1 ? 'has' : 'have'} ${automation.leastPosts} posts or more; ${automation.above.map((level) => `${n(level.accounts)} ${level.accounts === 1 ? 'scores' : 'score'} ${level.score} or more`).join(', ')} of 100.`,
      `${count(automation.judged, ACCOUNTS)} ${automation.judged < 2 ? 'a' : 'ont'} au moins ${automation.leastPosts} publications\u202f; ${automation.above.map((level) => `${n(level.accounts)} ${level.accounts < 2 ? 'a' : 'ont'} une note d’au moins ${level.score}`).join(', ')} sur 100.`,
    ),
  ];
}

function originLines(origin: SpreadReport['origin'], { say, list }: Teller): string[] {
  return [
    ...(origin.accountsByCountry.length > 0
      ? [
          say(
            `Accounts by declared country: ${list(origin.accountsByCountry, countryText)}.`,
            `Comptes par pays déclaré\u00a0: ${list(origin.accountsByCountry, countryText)}.`,
          ),
        ]
      : []),
    say(
      `Posts by language: ${list(origin.postsByLanguage, languageText)}.`,
      `Publications par langue\u00a0: ${list(origin.postsByLanguage, languageText)}.`,
    ),
    ...(origin.accountsByLanguage.length > 0
      ? [
          say(
            `Accounts by main language: ${list(origin.accountsByLanguage, languageText)}.`,
            `Comptes par langue principale\u00a0: ${list(origin.accountsByLanguage, languageText)}.`,
          ),
        ]
      : []),
    ...(origin.topPostsByLanguage.length > 0
      ? [
          say(
            `The 25 most re-shared posts by language: ${list(origin.topPostsByLanguage, languageText)}.`,
            `Les 25 publications les plus repartagées, par langue\u00a0: ${list(origin.topPostsByLanguage, languageText)}.`,
          ),
        ]
      : []),
  ];
}

function pathLines(paths: SpreadReport['paths'], { say, n, lang }: Teller): string[] {
  return [
    paths.order
      .slice(0, 8)
      .map((step) => `${stepText(step.what, lang)} (${moment(step.first)})`)
      .join(' → '),
    ...(paths.earlierListed > 0
      ? [
          say(
            `${n(paths.earlier.length)} of ${n(paths.earlierListed)} accounts of earlier campaigns are here.`,
            `${n(paths.earlier.length)} des ${n(paths.earlierListed)} comptes de campagnes antérieures sont ici.`,
          ),
        ]
      : []),
  ];
}
