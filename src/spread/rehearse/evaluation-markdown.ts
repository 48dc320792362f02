import type { Evaluation } from './evaluate.ts';

/** The evaluation as a page for docs/. */
export function evaluationMarkdown(evaluation: Evaluation, seed: number): string {
  const percent = (value: number): string => `${(100 * value).toFixed(2)} %`;
  const { stated } = evaluation;
  return `# Evaluation of spread

Made by \`tamis rehearse spread --seed ${seed} --evaluate\`; the plan is in src/spread/rehearse/plan.ts. Synthetic traffic: it
shows that the method finds what was planted and how often it errs on traffic of this make. It does not show how
often it errs on real traffic, for which nobody has the truth.

## The numbers of the case, as the report states them
| number | reported in 2017 | stated |
| --- | --- | --- |
| posts in the first 3.5 hours | 47,000 | ${stated.postsInEarlyHours} |
| re-shares of one post within five minutes | 87 | ${stated.reSharesInFiveMinutes} |
| of them in the first minute | 15 | ${stated.reSharesInFirstMinute} |
| posts by the ten most active accounts | over 1,300 | ${stated.topTenPosts} |
| most posts by one account in two hours | 294 | ${stated.mostInTwoHours} |
| accounts, American and French | more American | ${stated.accountsAmerican} and ${stated.accountsFrench} |
| posts, French and English | more French | ${stated.postsFrench} and ${stated.postsEnglish} |

## Coordinated accounts
Windows of 60, 10 and 300 s, pairs of accounts at a false discovery rate of 5 % over all pairs, kinds and windows.

| | supported edges | with those a common audience explains as well |
| --- | --- | --- |
| precision | ${percent(evaluation.precision)} (${evaluation.falseAccounts} accounts found that were not planted) | ${percent(evaluation.wide.precision)} |
| recall | ${percent(evaluation.recall)} | ${percent(evaluation.wide.recall)} |
| found in purely organic traffic | ${evaluation.organicFalse} of ${evaluation.organicAccounts} accounts, ${percent(evaluation.organicRate)} | ${evaluation.wide.organicFalse} |

| planted | accounts | found by supported edges |
| --- | --- | --- |
${evaluation.kinds.map((kind) => `| ${kind.kind} | ${kind.accounts} | ${kind.found} |`).join('\n')}

The organic traffic holds 200 readers of one outlet who re-share half of its posts within minutes: alike, and innocent. A
group that acts within minutes on objects of its own (\`loose\`) looks just like them, and no test on times and
accounts tells them apart: the report lists such edges, and says so.
Accounts planted as automated act alone and are not to be found here.

## Score of automation
| score at least | automated accounts found | organic accounts at that score |
| --- | --- | --- |
${evaluation.automation.map((row) => `| ${row.score} | ${row.found} of ${row.of} | ${row.organic} of ${row.judged} |`).join('\n')}
`;
}
