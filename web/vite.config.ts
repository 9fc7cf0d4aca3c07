import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The packages whose code or fonts end up in the build; their licences travel with it. */
const shipped = [
  'svelte',
  'sigma',
  '@sigma/node-square',
  'graphology',
  'graphology-utils',
  'events',
  '@fontsource-variable/source-sans-3',
  '@fontsource-variable/source-serif-4',
];

/** Writes licenses.txt beside index.html: the licence text of every package that is shipped. */
function licenses(): Plugin {
  return {
    name: 'licenses',
    apply: 'build',
    generateBundle() {
      const parts = shipped.map((name) => {
        const folder = join('node_modules', name);
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; license: string };
        const text = file === undefined ? `${about.license} (the package holds no licence file)` : readFileSync(join(folder, file), 'utf8').trim();
        return `${name} ${about.version}\n\n${text}\n`;
      });
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: parts.join(`\n${'-'.repeat(78)}\n\n`) });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), licenses()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the policy allows fonts from this server only, not from data addresses
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
  test: { include: ['src/**/*.test.ts', 'imports/*.test.ts'] },
  server: { proxy: Object.fromEntries(['/api', '/docs', '/openapi.json'].map((path) => [path, process.env['UNDERSIGNED_API'] ?? 'http://127.0.0.1:8090'])) },
});
