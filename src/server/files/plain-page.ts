import type { Answer } from '../http/answer.ts';

/** Pages that need no build: where the app is missing, and for those who are not signed in. */
export function noAppPage(): Answer {
  return page(
    'The workbench is not built / L’établi n’est pas construit',
    'Build it with <code>npm run build:ui</code>, then start again. The JSON under <code>/api/</code> works (docs/api.md). — Construisez-le avec <code>npm run build:ui</code>, puis relancez. Le JSON sous <code>/api/</code> fonctionne.',
  );
}

/** What a browser is shown that comes without the token, in both languages: nobody has chosen one yet. */
export function noTokenPage(): Answer {
  return {
    ...page(
      'Not signed in / Non connecté',
      'Open the address that <code>tamis open</code> printed: it carries the token that lets you in. — Ouvrez l’adresse affichée par <code>tamis open</code>\u00a0: elle porte le jeton d’accès.',
    ),
    status: 401,
  };
}

/** Texts are ours: nothing of the leak or of the request stands in them. */
function page(title: string, text: string): Extract<Answer, { type: 'bytes' }> {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tamis</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  return { type: 'bytes', bytes: Buffer.from(html), contentType: 'text/html; charset=utf-8' };
}
