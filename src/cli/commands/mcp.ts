import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { version } from '../version.ts';
import { logAct, withCase } from '../with-case.ts';

export const mcp = defineCommand({
  path: ['mcp'],
  summary: {
    en: 'Let an assistant read a case, over the Model Context Protocol',
    fr: 'Laisser un assistant lire un dossier, par le Model Context Protocol',
  },
  description: {
    en: 'Speaks the protocol on stdin and stdout, opens no socket, writes nothing but the custody log. Tools: search, show, why, failures, traces, totals, cite. Text of the leak is fenced in and marked as untrusted in every answer, and answers are bounded.\n\nMind where the assistant runs: what it reads leaves this machine if its model is elsewhere.',
    fr: 'Parle le protocole sur stdin et stdout, n’ouvre aucune connexion, n’écrit que le journal de conservation. Outils\u00a0: search, show, why, failures, traces, totals, cite. Le texte de la fuite est encadré et marqué comme non fiable dans chaque réponse, et les réponses sont bornées.\n\nAttention au lieu où tourne l’assistant\u00a0: ce qu’il lit quitte cette machine si son modèle est ailleurs.',
  },
  positionals: [],
  flags: [...CASE_FLAGS],
  run: async (context) => {
    const { flags, lang, signal } = context;
    // Loaded only here: no other command needs the protocol.
    const [{ serveStdio }, { caseReader }] = await Promise.all([
      import('@modelcontextprotocol/server/stdio'),
      import('../../mcp/server.ts'),
    ]);
    return await withCase(context, flags, async (store) => {
      logAct(context, store, 'assistant-connected', {});
      const onCall = (tool: string, input: Readonly<Record<string, unknown>>) =>
        logAct(context, store, 'assistant-read', { tool, input });
      const serving = serveStdio(() => caseReader(store, { lang, version: version(), onCall }));
      await ended(signal);
      await serving.close();
      return EXIT.ok;
    });
  },
});

/** Until whoever started it closes its input, or Ctrl-C. */
function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
