import { availableParallelism } from 'node:os';
import { DEFAULT_LIMITS } from '../../model/index.ts';
import { CASE_FLAGS } from '../case-flag.ts';
import { placeOf } from '../case-place.ts';
import { defineCommand } from '../command.ts';
import { readKeys } from '../read-keys.ts';
import { siftWithProgress } from '../sift/with-progress.ts';
import { counted, noun } from '../terminal/counted.ts';
import { formatNumber } from '../terminal/format.ts';
import { withCase } from '../with-case.ts';

export const keysImport = defineCommand({
  path: ['keys', 'import'],
  summary: {
    en: 'Bring in DKIM keys and judge again what they can decide',
    fr: 'Apporter des clés DKIM et rejuger ce qu’elles permettent',
  },
  description: {
    en: 'Reads JSON Lines {"domain","selector","record","firstSeen","lastSeen","source","trust"} with trust archive, dns, owner, recovered or published, or DNS zone text. With --published, every key of the files is one whose private half anyone can find: a signature under it proves nothing, and what was verified with it is judged again. A line that is no key is told and passed over. Signatures that had no key are checked again.',
    fr: 'Lit du JSON Lines {"domain","selector","record","firstSeen","lastSeen","source","trust"} avec trust archive, dns, owner, recovered ou published, ou un texte de zone DNS. Avec --published, toutes les clés des fichiers sont de celles dont la moitié privée est à la portée de tous\u00a0: une signature faite avec elles ne prouve rien, et ce qu’elles ont validé est rejugé. Une ligne qui n’est pas une clé est signalée et passée. Les signatures restées sans clé sont vérifiées de nouveau.',
  },
  positionals: [
    {
      name: 'files',
      metavar: 'FILE',
      required: true,
      many: true,
      summary: { en: 'key files', fr: 'fichiers de clés' },
    },
  ],
  flags: [
    ...CASE_FLAGS,
    {
      name: 'published',
      type: 'boolean',
      summary: {
        en: 'the private halves of these keys are public',
        fr: 'les moitiés privées de ces clés sont publiques',
      },
    },
  ],
  run: async (context) => {
    const { flags, args, json, lang, stdout } = context;
    const place = await placeOf(context, flags);
    const countKeys = () => withCase(context, flags, (store) => store.keys().length);
    const { keys: read, skipped } = readKeys(args.files, context);
    const keys = flags.published ? read.map((key) => ({ ...key, trust: 'published' as const })) : read;
    const before = await countKeys();
    await siftWithProgress(context, {
      inputs: [],
      ...place.forSift(),
      keys,
      references: [],
      passwords: [],
      jobs: availableParallelism(),
      limits: DEFAULT_LIMITS,
    });
    const added = (await countKeys()) - before;
    const known = keys.length - added;
    if (json) stdout.write(`${JSON.stringify({ read: keys.length, added, known, skipped })}\n`);
    else {
      const [a, k] = [counted(added, ADDED, lang), formatNumber(known, lang)];
      stdout.write(`${a}, ${k} ${{ en: 'known before', fr: 'déjà connues auparavant' }[lang]}\n`);
    }
    return 0;
  },
});

const ADDED = noun('key added', 'keys added', 'clé ajoutée', 'clés ajoutées');
