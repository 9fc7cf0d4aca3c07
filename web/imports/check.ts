// Which file of src imports which, and whether that keeps to the rooms. A room is a folder at the top of src, or a file that stands
// there. An import of a type counts as any other: it ties two files as firmly, though the build forgets it.

import { posix } from 'node:path';
import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** Texts by path below src. */
export type Files = ReadonlyMap<string, string>;

export interface Rules {
  mayImport: Readonly<Record<string, readonly string[]>>; // of each room: the others it may import
  onlyIn: Readonly<Record<string, readonly string[]>>; // of a package: the files that may import it
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** All that is against the rules; empty where nothing is. */
export function faults(files: Files, rules: Rules): string[] {
  const said: string[] = [];
  const between = new Map<string, Set<string>>();
  const rooms = new Map([...files.keys()].map((file) => [roomOf(file), new Set<string>()]));
  for (const room of rooms.keys()) if (rules.mayImport[room] === undefined) said.push(`${room} has no row: say what it may import`);
  for (const [room, others] of Object.entries(rules.mayImport))
    for (const name of [room, ...others]) if (!rooms.has(name)) said.push(`the row of ${room} names ${name}, which is no room`);
  for (const [file, text] of files) {
    const room = roomOf(file);
    const targets = new Set<string>();
    between.set(file, targets);
    for (const name of read(file, text, said)) {
      if (!/^[./]/.test(name)) {
        for (const [pkg, places] of Object.entries(rules.onlyIn))
          if ((name === pkg || name.startsWith(`${pkg}/`)) && !places.includes(file)) said.push(`${file} imports ${name}, which belongs in ${places.join(', ')} only`);
        continue;
      }
      const target = resolve(file, name, files);
      if (target === undefined) {
        said.push(`${file} imports ${name}, which is no file of src`);
        continue;
      }
      targets.add(target);
      const other = roomOf(target);
      if (other === room) continue;
      rooms.get(room)?.add(other);
      if (rules.mayImport[room]?.includes(other) === false) said.push(`${file} imports ${target}, but ${room} may not import ${other}`);
    }
  }
  const allowed = new Map(Object.entries(rules.mayImport).map(([room, others]) => [room, new Set(others)]));
  for (const [what, graph] of [['the rows are', allowed], ['rooms are', rooms], ['files are', between]] as const)
    for (const circle of cycles(graph)) said.push(`${what} a circle: ${circle.join(' -> ')}`);
  return said;
}

function roomOf(file: string): string {
  return file.split('/', 1)[0] ?? file;
}

function resolve(from: string, name: string, files: Files): string | undefined {
  if (name.startsWith('/')) return undefined;
  const path = posix.join(posix.dirname(from), name.replace(/[?#].*$/, ''));
  return ['', '.ts', '.d.ts', '/index.ts'].map((end) => path + end).find((file) => files.has(file));
}

/** The names in all imports of a file; what names no single file is a fault. */
function read(file: string, text: string, said: string[]): Set<string> {
  const names = new Set<string>();
  const take = (name: string | undefined): void => {
    if (name === undefined) said.push(`${file} computes the name of what it imports: write it out, or nobody can check it`);
    else names.add(name);
  };
  if (file.endsWith('.svelte')) readSvelte(parse(text, { modern: true, filename: file }), take);
  else if (/\.[cm]?[jt]s$/.test(file)) readScript(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), take);
  return names;
}

type Take = (name: string | undefined) => void;

const computing = ['glob', 'url']; // import.meta.glob('...'), new URL('...', import.meta.url)

function readScript(node: ts.Node, take: Take): void {
  const literal = (at: ts.Node | undefined): void => { take(at !== undefined && ts.isStringLiteralLike(at) ? at.text : undefined); };
  if (ts.isImportDeclaration(node)) literal(node.moduleSpecifier);
  else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) literal(node.moduleSpecifier);
  else if (ts.isExternalModuleReference(node)) literal(node.expression);
  else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) literal(node.arguments[0]);
  else if (ts.isImportTypeNode(node)) literal(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
  else if (ts.isPropertyAccessExpression(node) && ts.isMetaProperty(node.expression) && computing.includes(node.name.text)) take(undefined);
  ts.forEachChild(node, (child) => { readScript(child, take); });
}

/** Svelte's tree holds scripts and markup alike, as ESTree with the nodes of TypeScript. */
function readSvelte(node: unknown, take: Take): void {
  if (typeof node !== 'object' || node === null) return;
  const at = node as Readonly<Record<string, unknown>>;
  switch (at['type']) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      take(literalIn(at['source']));
      break;
    case 'ExportNamedDeclaration':
      if (at['source'] !== null && at['source'] !== undefined) take(literalIn(at['source']));
      break;
    case 'TSImportType':
      take(literalIn(at['argument']));
      break;
    case 'MemberExpression':
      if (typeOf(at['object']) === 'MetaProperty' && computing.includes(String((at['property'] as { name?: unknown }).name))) take(undefined);
      break;
  }
  for (const child of Object.values(at)) readSvelte(child, take);
}

const typeOf = (node: unknown): unknown => (node as { type?: unknown } | null)?.type;

function literalIn(node: unknown): string | undefined {
  const { value } = node as { value?: unknown };
  return typeof value === 'string' ? value : undefined;
}

/** A shortest circle through each knot: none is left unsaid, though a knot may hold more than one. */
export function cycles(graph: Graph): string[][] {
  const found: string[][] = [];
  const told = new Set<string>();
  for (const start of [...graph.keys()].sort()) {
    if (told.has(start)) continue;
    const circle = wayBack(graph, start);
    if (circle === null) continue;
    for (const node of circle) told.add(node);
    found.push(circle);
  }
  return found;
}

function wayBack(graph: Graph, start: string): string[] | null {
  const from = new Map<string, string>();
  const queue = [start];
  for (const node of queue)
    for (const next of graph.get(node) ?? []) {
      if (from.has(next)) continue;
      from.set(next, node);
      if (next !== start) {
        queue.push(next);
        continue;
      }
      const way = [start];
      for (let at = node; at !== start; at = from.get(at) ?? start) way.unshift(at);
      return [start, ...way];
    }
  return null;
}
