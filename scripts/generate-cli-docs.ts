/** Writes docs/cli.md, and the summaries that `tamis --help` shows, from the declarations of the commands. */
import { writeFileSync } from 'node:fs';
import { cliDocs } from '../src/cli/cli-docs.ts';
import { loadAll } from '../src/cli/registry.ts';
import { summariesFile } from '../src/cli/summaries-file.ts';

const commands = await loadAll();
writeFileSync(new URL('../docs/cli.md', import.meta.url), cliDocs(commands));
writeFileSync(new URL('../src/cli/summaries.ts', import.meta.url), summariesFile(commands));
