import { defineCommand } from '../command.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { zshCompletion } from '../completion/zsh.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
const WRITERS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

export const completion = defineCommand({
  path: ['completion'],
  summary: {
    en: 'Print a completion script for the shell',
    fr: 'Écrire un script de complétion pour le shell',
  },
  positionals: [
    {
      name: 'shell',
      metavar: 'SHELL',
      required: true,
      values: SHELLS,
      summary: { en: 'bash, zsh or fish', fr: 'bash, zsh ou fish' },
    },
  ],
  flags: [],
  examples: [
    {
      line: 'tamis completion bash > ~/.local/share/bash-completion/completions/tamis',
      summary: { en: 'for bash, from the next shell on', fr: 'pour bash, dès le prochain shell' },
    },
    {
      line: 'tamis completion fish > ~/.config/fish/completions/tamis.fish',
      summary: { en: 'for fish', fr: 'pour fish' },
    },
    {
      line: 'tamis completion zsh > ~/.zfunc/_tamis',
      summary: { en: 'for zsh, with ~/.zfunc in fpath', fr: 'pour zsh, avec ~/.zfunc dans fpath' },
    },
  ],
  run: async ({ args, stdout, json, lang, commands }) => {
    const script = WRITERS[args.shell](await commands(), lang);
    stdout.write(json ? `${JSON.stringify({ shell: args.shell, script })}\n` : script);
    return 0;
  },
});
