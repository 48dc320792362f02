import { resolve } from 'node:path';
import { TamisError } from '../../model/index.ts';
import { NOTE_FIELDS, type NoteField, type PublishNote } from '../../publish/index.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { defineCommand, type Flag } from '../command.ts';
import { DRAFT_ARGUMENT, draftOf, withCaseIfAny } from '../publish/gate-flags.ts';
import { addToNote, noteFile } from '../publish/note-file.ts';
import { harmless } from '../terminal/cells.ts';
import { logAct } from '../with-case.ts';

const text = (name: NoteField, metavar: string, en: string, fr: string) =>
  ({ name, type: 'string', metavar, summary: { en, fr } }) as const satisfies Flag;

export const publishNote = defineCommand({
  path: ['publish', 'note'],
  summary: {
    en: 'Record what only people can state about a draft',
    fr: 'Consigner ce que seules des personnes peuvent dire d’un article',
  },
  description: {
    en: 'Kept beside the draft (DRAFT.note.json) and, with a case, in its custody log. The same entries may stand in the front matter of a Markdown draft.',
    fr: 'Gardé à côté de l’article (DRAFT.note.json) et, avec un dossier, dans son journal. Les mêmes mentions peuvent être en tête d’un article en Markdown.',
  },
  positionals: [DRAFT_ARGUMENT],
  flags: [
    ...CASE_FLAGS,
    text(
      'editor',
      'NAME',
      'who answers for it, first and last name (G7)',
      'qui en répond, prénom et nom (G7)',
    ),
    text('public-interest', 'TEXT', 'what the public must know (G7)', 'ce que le public doit savoir (G7)'),
    text(
      'necessity',
      'TEXT',
      'why it cannot be told without this material (G7)',
      'pourquoi on ne peut s’en passer (G7)',
    ),
    text(
      'less-intrusive',
      'TEXT',
      'gentler ways that were weighed (G7)',
      'voies moins intrusives envisagées (G7)',
    ),
    text('trigger', 'TEXT', 'what made you publish (G3)', 'ce qui vous fait publier (G3)'),
    text(
      'asked',
      'TEXT',
      'who was asked to reply, when, how (G8)',
      'qui a été sollicité, quand, comment (G8)',
    ),
    text('answer', 'TEXT', 'the reply, or that there was none (G8)', 'la réponse, ou son absence (G8)'),
    text(
      'legal',
      'TEXT',
      'who signed the legal note, when (G11)',
      'qui a signé la note juridique, quand (G11)',
    ),
    text(
      'contact',
      'TEXT',
      'your own addresses and numbers, which may appear (G6)',
      'vos propres coordonnées, qui peuvent paraître (G6)',
    ),
    text(
      'dump',
      'HOSTS',
      'addresses of the dump, which must not (G4)',
      'adresses de la fuite, à ne pas citer (G4)',
    ),
  ],
  run: async (context) => {
    const { args, flags, cwd, json, stdout } = context;
    const path = resolve(cwd, args.draft);
    const { sha256 } = draftOf(path);
    const given: PublishNote = Object.fromEntries(
      NOTE_FIELDS.flatMap((field) => (flags[field] === undefined ? [] : [[field, flags[field]]])),
    );
    if (Object.keys(given).length === 0)
      throw new TamisError('bad-option', {
        en: `nothing to record: give ${FIELD_FLAGS}.`,
        fr: `rien à consigner\u00a0: donnez ${FIELD_FLAGS}.`,
      });
    const note = addToNote(path, given);
    await withCaseIfAny(context, flags, async (store) => {
      if (store !== null)
        logAct(context, store, 'publish-noted', { draft: sha256, file: args.draft, note: given });
    });
    const lines = Object.entries(note).map(([field, value]) => `${field}: ${harmless(value)}`);
    stdout.write(
      json ? `${JSON.stringify({ file: noteFile(args.draft), note })}\n` : `${lines.join('\n')}\n`,
    );
    return 0;
  },
});

const FIELD_FLAGS = NOTE_FIELDS.map((field) => `--${field}`).join(', ');
