import { spawn } from 'node:child_process';

/**
 * Asks the system to open an address in the person's browser. Harmless where there is none: the address is printed
 * anyway.
 */
export function openBrowser(url: string, platform: NodeJS.Platform): void {
  const [command, args] = opener(url, platform);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function opener(url: string, platform: NodeJS.Platform): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [url]];
  // `start` is a word of the command interpreter; its first argument is a title.
  if (platform === 'win32') return ['cmd', ['/c', 'start', '', url]];
  return ['xdg-open', [url]];
}
