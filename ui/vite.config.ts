import { defineConfig } from 'vite';

const API = process.env.TAMIS_API ?? 'http://127.0.0.1:4170';

/**
 * The workbench as static files. Nothing is inlined (a strict content security policy forbids it) and every
 * address is relative, so that the server may put it anywhere.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/ui',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': API } },
});
