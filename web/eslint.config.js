import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
  { ignores: ['dist/', 'test-results/', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  { languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    // Links are plain addresses: the router of src/state/router.svelte.ts takes them over, there is no base path to add.
    // {' '} keeps a space that Svelte would trim at the beginning of a block. Inline styles would break the server's policy.
    rules: { 'svelte/no-navigation-without-resolve': 'off', 'svelte/no-inline-styles': 'error', 'svelte/no-useless-mustaches': 'off' },
  },
  { files: ['e2e/**', 'imports/**', '*.config.*'], languageOptions: { globals: globals.node } },
);
