#!/usr/bin/env node
/** The process around the command line: streams, signals, exit code. Everything else is testable. */
import { writeSync } from 'node:fs';
import { stuckWorkers } from '../pipeline/stuck-workers.ts';
import { EXIT } from './exit-codes.ts';
import { giveBuffersBack } from './give-buffers-back.ts';
import type { Output } from './host.ts';
import { interruptionOf } from './interruption.ts';
import { leaveAtOnce } from './leave.ts';
import { oldNode } from './old-node.ts';
import { runCommandLine } from './run-command-line.ts';

/** How long a command may take to end in good order once asked to. */
const GRACE_MS = 5000;

const tooOld = oldNode(process.versions.node, process.env);
if (tooOld !== null) {
  writeSync(process.stderr.fd, `${tooOld}\n`);
  process.exit(EXIT.failed);
}

giveBuffersBack(process);

const interruption = interruptionOf(process, { graceMs: GRACE_MS, leave: leaveAtOnce });

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has gone away (`tamis search | head`): no error, there is just no more to say.
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  writeSync(process.stderr.fd, `tamis: standard output: ${error.message}\n`);
  process.exit(EXIT.failed);
});
process.stderr.on('error', () => {});

const exitCode = await runCommandLine(process.argv.slice(2), {
  stdout: outputOf(process.stdout),
  stderr: outputOf(process.stderr),
  cwd: process.cwd(),
  env: process.env,
  now: () => new Date(),
  get signal() {
    return interruption();
  },
});
if (stuckWorkers() > 0) leaveAtOnce(exitCode);
process.exitCode = exitCode;

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    isTTY: stream.isTTY === true,
    get columns() {
      return stream.columns ?? 80;
    },
  };
}
