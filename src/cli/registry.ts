import type { Command } from './command.ts';

/** A command by its path, with its file loaded only when it is needed: starting has to be fast. */
export interface RegistryEntry {
  readonly path: string;
  readonly load: () => Promise<Command>;
}

/** In the order of the help. To add a command: one file in commands/ and one line here. */
export const REGISTRY: readonly RegistryEntry[] = [
  { path: 'demo', load: async () => (await import('./commands/demo.ts')).demo },
  { path: 'sift', load: async () => (await import('./commands/sift.ts')).sift },
  { path: 'worker', load: async () => (await import('./commands/worker.ts')).worker },
  { path: 'status', load: async () => (await import('./commands/status.ts')).status },
  { path: 'case account', load: async () => (await import('./commands/case-account.ts')).caseAccount },
  { path: 'case move', load: async () => (await import('./commands/case-move.ts')).caseMove },
  { path: 'open', load: async () => (await import('./commands/open.ts')).open },
  { path: 'search', load: async () => (await import('./commands/search.ts')).search },
  { path: 'show', load: async () => (await import('./commands/show.ts')).show },
  { path: 'why', load: async () => (await import('./commands/why.ts')).why },
  { path: 'similar', load: async () => (await import('./commands/similar.ts')).similar },
  { path: 'diff', load: async () => (await import('./commands/diff.ts')).diff },
  { path: 'traces', load: async () => (await import('./commands/traces.ts')).traces },
  { path: 'failures', load: async () => (await import('./commands/failures.ts')).failures },
  { path: 'keys import', load: async () => (await import('./commands/keys-import.ts')).keysImport },
  { path: 'keys recover', load: async () => (await import('./commands/keys-recover.ts')).keysRecover },
  { path: 'keys list', load: async () => (await import('./commands/keys-list.ts')).keysList },
  { path: 'export', load: async () => (await import('./commands/export.ts')).exportCommand },
  { path: 'dossier', load: async () => (await import('./commands/dossier.ts')).dossier },
  { path: 'timeline', load: async () => (await import('./commands/timeline.ts')).timeline },
  { path: 'mcp', load: async () => (await import('./commands/mcp.ts')).mcp },
  { path: 'package', load: async () => (await import('./commands/package.ts')).packageCommand },
  { path: 'package stamp', load: async () => (await import('./commands/package-stamp.ts')).packageStamp },
  { path: 'verify', load: async () => (await import('./commands/verify.ts')).verify },
  { path: 'spread import', load: async () => (await import('./commands/spread-import.ts')).spreadImport },
  {
    path: 'spread report',
    load: async () => (await import('./commands/spread-report.ts')).spreadReportCommand,
  },
  {
    path: 'spread coordination',
    load: async () => (await import('./commands/spread-coordination.ts')).spreadCoordination,
  },
  { path: 'rehearse', load: async () => (await import('./commands/rehearse.ts')).rehearse },
  {
    path: 'rehearse score',
    load: async () => (await import('./commands/rehearse-score.ts')).rehearseScore,
  },
  {
    path: 'rehearse spread',
    load: async () => (await import('./commands/rehearse-spread.ts')).rehearseSpreadCommand,
  },
  {
    path: 'attribution new',
    load: async () => (await import('./commands/attribution-new.ts')).attributionNew,
  },
  {
    path: 'attribution show',
    load: async () => (await import('./commands/attribution-show.ts')).attributionShow,
  },
  {
    path: 'attribution score',
    load: async () => (await import('./commands/attribution-score.ts')).attributionScore,
  },
  {
    path: 'attribution sensitivity',
    load: async () => (await import('./commands/attribution-sensitivity.ts')).attributionSensitivity,
  },
  {
    path: 'attribution compare',
    load: async () => (await import('./commands/attribution-compare.ts')).attributionCompare,
  },
  {
    path: 'attribution lint',
    load: async () => (await import('./commands/attribution-lint.ts')).attributionLint,
  },
  {
    path: 'attribution example',
    load: async () => (await import('./commands/attribution-example.ts')).attributionExample,
  },
  { path: 'bait mail', load: async () => (await import('./commands/bait-mail.ts')).baitMail },
  { path: 'bait ct', load: async () => (await import('./commands/bait-ct.ts')).baitCt },
  { path: 'bait domains', load: async () => (await import('./commands/bait-domains.ts')).baitDomains },
  { path: 'decoys init', load: async () => (await import('./commands/decoys-init.ts')).decoysInit },
  {
    path: 'decoys persona',
    load: async () => (await import('./commands/decoys-persona.ts')).decoysPersona,
  },
  {
    path: 'decoys generate',
    load: async () => (await import('./commands/decoys-generate.ts')).decoysGenerate,
  },
  { path: 'decoys check', load: async () => (await import('./commands/decoys-check.ts')).decoysCheck },
  {
    path: 'decoys checkpoint',
    load: async () => (await import('./commands/decoys-checkpoint.ts')).decoysCheckpoint,
  },
  { path: 'decoys open', load: async () => (await import('./commands/decoys-open.ts')).decoysOpen },
  { path: 'decoys plant', load: async () => (await import('./commands/decoys-plant.ts')).decoysPlant },
  { path: 'decoys watch', load: async () => (await import('./commands/decoys-watch.ts')).decoysWatch },
  {
    path: 'decoys challenge',
    load: async () => (await import('./commands/decoys-challenge.ts')).decoysChallenge,
  },
  { path: 'decoys verify', load: async () => (await import('./commands/decoys-verify.ts')).decoysVerify },
  { path: 'silence', load: async () => (await import('./commands/silence.ts')).silence },
  { path: 'silence list', load: async () => (await import('./commands/silence-list.ts')).silenceList },
  { path: 'silence plan', load: async () => (await import('./commands/silence-plan.ts')).silencePlan },
  { path: 'publish check', load: async () => (await import('./commands/publish-check.ts')).publishCheck },
  { path: 'publish note', load: async () => (await import('./commands/publish-note.ts')).publishNote },
  {
    path: 'publish override',
    load: async () => (await import('./commands/publish-override.ts')).publishOverride,
  },
  { path: 'publish redact', load: async () => (await import('./commands/publish-redact.ts')).publishRedact },
  { path: 'completion', load: async () => (await import('./commands/completion.ts')).completion },
];

/** Every command, loaded: for help, completion and docs. */
export function loadAll(): Promise<Command[]> {
  return Promise.all(REGISTRY.map((entry) => entry.load()));
}
