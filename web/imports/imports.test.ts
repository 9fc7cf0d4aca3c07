import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Rules, cycles, faults } from './check';

// The direction of imports in src: a room may import the rooms named after it, and no others. Lower rooms come first.
const rules: Rules = {
  mayImport: {
    url: [],
    api: ['url'],
    text: ['api'],
    explore: ['api', 'url'],
    scene: ['explore', 'url'],
    state: ['api', 'text', 'url'],
    add: ['api', 'state'],
    parts: ['api', 'state', 'text', 'url'],
    panels: ['add', 'api', 'explore', 'parts', 'state', 'text', 'url'],
    stage: ['api', 'explore', 'parts', 'scene', 'state', 'text', 'url'],
    pages: ['add', 'api', 'explore', 'panels', 'parts', 'scene', 'stage', 'state', 'text', 'url'],
    'App.svelte': ['pages', 'parts', 'state', 'url'],
    style: [],
    'main.ts': ['App.svelte', 'style'],
  },
  onlyIn: {
    sigma: ['scene/scene.ts'],
    '@sigma': ['scene/scene.ts'],
    graphology: ['scene/scene.ts'],
  },
};

describe('src', () => {
  it('keeps to the direction of imports', () => {
    const src = join(import.meta.dirname, '..', 'src');
    const files = readdirSync(src, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(faults(new Map(files.map((file) => [relative(src, file).split(sep).join('/'), readFileSync(file, 'utf8')])), rules)).toEqual([]);
  });
});

const small: Rules = { mayImport: { low: [], high: ['low'], 'Top.svelte': ['high', 'low'] }, onlyIn: { pencil: ['low/draw.ts'] } };

/** A small src that is in order, with some files written anew. */
function planted(changed: Record<string, string>, rules = small): string[] {
  return faults(new Map(Object.entries({
    'low/draw.ts': "import { line } from 'pencil/lines';\nexport interface Dot { x: number }\nexport const draw = line;",
    'low/dots.ts': "import type { Dot } from './draw';\nexport const dots: Dot[] = [];",
    'high/Page.svelte': '<script lang="ts">\n  import { dots } from \'../low/dots\';\n</script>\n{dots.length}',
    'high/list.svelte.ts': "export * from '../low/dots?raw';",
    'Top.svelte': "<script lang=\"ts\">\n  import Page from './high/Page.svelte';\n  import { dots } from './high/list.svelte';\n</script>\n<Page />{dots.length}",
    ...changed,
  })), rules);
}

describe('the check', () => {
  it('finds nothing where all is in order', () => {
    expect(planted({})).toEqual([]);
  });

  const against = ['low/dots.ts imports high/Page.svelte, but low may not import high', 'rooms are a circle: high -> low -> high', 'files are a circle: high/Page.svelte -> low/dots.ts -> high/Page.svelte'];
  it.each([
    ["import Page from '../high/Page.svelte';"],
    ["import type Page from '../high/Page.svelte';"],
    ["import { type Props } from '../high/Page.svelte';"],
    ["import '../high/Page.svelte';"],
    ["export { default as Page } from '../high/Page.svelte';"],
    ["export type * from '../high/Page.svelte';"],
    ["const load = () => import('../high/Page.svelte');"],
    ['const load = () => import(`../high/Page.svelte`);'],
    ["let page: typeof import('../high/Page.svelte');"],
  ])('finds a circle that is closed by %s', (line) => {
    expect(planted({ 'low/dots.ts': line })).toEqual(against);
  });

  it.each([
    ['<script lang="ts">\n  import type { List } from \'../high/list.svelte\';\n</script>'],
    ['<script lang="ts" module>\n  export { list } from \'../high/list.svelte\';\n</script>'],
    ['<script lang="ts">\n  let list: import(\'../high/list.svelte\').List;\n</script>'],
    ['<script>\n  export * from "../high/list.svelte";\n</script>'],
    ["{#await import('../high/list.svelte') then { list }}{list}{/await}"],
  ])('reads the component %s', (text) => {
    expect(planted({ 'low/Mark.svelte': text })).toEqual(['low/Mark.svelte imports high/list.svelte.ts, but low may not import high', 'rooms are a circle: high -> low -> high']);
  });

  it('finds a circle of types inside a room, and a file that imports itself', () => {
    expect(planted({ 'low/draw.ts': "import type { dots } from './dots';", 'high/self.ts': "import './self';" })).toEqual([
      'files are a circle: high/self.ts -> high/self.ts',
      'files are a circle: low/dots.ts -> low/draw.ts -> low/dots.ts',
    ]);
  });

  it('finds a circle of rooms where no files are one, even if all rows allow it', () => {
    const rules = { ...small, mayImport: { ...small.mayImport, low: ['high'] } };
    expect(planted({ 'low/Mark.svelte': '<script>\n  import "../high/list.svelte";\n</script>' }, rules)).toEqual(['the rows are a circle: high -> low -> high', 'rooms are a circle: high -> low -> high']);
    expect(planted({}, rules)).toEqual(['the rows are a circle: high -> low -> high']);
  });

  it('finds rooms without a row and rows without a room', () => {
    expect(planted({ 'new/a.css': '', 'main.ts': '' })).toEqual(['new has no row: say what it may import', 'main.ts has no row: say what it may import']);
    expect(planted({}, { ...small, mayImport: { ...small.mayImport, high: ['low', 'lower'], gone: [] } })).toEqual(['the row of high names lower, which is no room', 'the row of gone names gone, which is no room']);
  });

  it('finds a package where it does not belong', () => {
    expect(planted({ 'low/dots.ts': "import pencil from 'pencil';\nimport x from 'pencils';" })).toEqual(['low/dots.ts imports pencil, which belongs in low/draw.ts only']);
  });

  it('lets nothing pass that it cannot follow', () => {
    expect(planted({ 'low/dots.ts': "import a from './gone';\nimport b from '../../e2e/harness';\nimport c from '/src/low/draw';" })).toEqual([
      'low/dots.ts imports ./gone, which is no file of src',
      'low/dots.ts imports ../../e2e/harness, which is no file of src',
      'low/dots.ts imports /src/low/draw, which is no file of src',
    ]);
    const computed = 'computes the name of what it imports: write it out, or nobody can check it';
    for (const code of ['import(name)', 'import(`./${name}`)', "import.meta.glob('../high/*')", "new URL('../high/x', import.meta.url)"]) {
      expect(planted({ 'low/dots.ts': `export const x = ${code};` })).toEqual([`low/dots.ts ${computed}`]);
      expect(planted({ 'low/Mark.svelte': `<script lang="ts">\n  const x = ${code};\n</script>\n` })).toEqual([`low/Mark.svelte ${computed}`]);
    }
  });

  it('says one circle of each knot', () => {
    const graph = new Map(Object.entries({ a: ['b'], b: ['c'], c: ['a', 'b'], d: ['a', 'e'], e: [], f: ['d', 'g'], g: ['f'] }).map(([node, next]) => [node, new Set(next)]));
    expect(cycles(graph)).toEqual([['a', 'b', 'c', 'a'], ['f', 'g', 'f']]);
  });
});
