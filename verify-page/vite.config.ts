import { defineConfig } from 'vite';

const node = (name: string) => new URL(`./node/${name}.ts`, import.meta.url).pathname;

/**
 * One script, with no imports left: `tamis decoys open --page` puts it into a page of its own. What of Node the
 * verifier uses is replaced by the few functions it needs, so that command and page run the same lines.
 */
export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: {
      'node:buffer': node('buffer'),
      'node:crypto': node('crypto'),
      'node:util': node('util'),
      'node:zlib': node('zlib'),
    },
  },
  build: {
    outDir: '../dist/verify-page',
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: false,
    lib: { entry: 'main.ts', formats: ['iife'], name: 'tamisVerify', fileName: () => 'verify.js' },
  },
});
