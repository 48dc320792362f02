/** Writes docs/cli.md from the declarations of the commands. */
import { writeFileSync } from 'node:fs';
import { cliDocs } from '../src/cli/cli-docs.ts';
import { loadAll } from '../src/cli/registry.ts';

writeFileSync(new URL('../docs/cli.md', import.meta.url), cliDocs(await loadAll()));
