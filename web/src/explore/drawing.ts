// From an answer to what is drawn: pure, no renderer. Index i is row i of the organization columns; letters of the two-mode map
// follow as rows n, n+1, ... Positions and radii are in the units of the answer (0 to width, 0 to height, y downwards).

import type { NetworkAnswer } from '../api/types';
import type { Colour, Size } from '../url/view';
import { greatest, least } from './extremes';

export interface Mark {
  id: string;
  name: string;
  kind: 'organization' | 'letter';
  x: number;
  y: number;
  radius: number;
  hue: number; // 0 none, else 1 to 12
  cluster: number;
  letters: number; // letters signed, or for a letter the organizations of this view that signed it
}

export interface Tie {
  a: number;
  b: number;
  letters: number; // shared letters; 0 for a signature of the two-mode map
  weight: 0 | 1 | 2; // below the 60th percentile, below the 90th, above
}

export interface Hull {
  number: number;
  label: string;
  shown: number;
  outline: readonly (readonly number[])[];
  x: number;
  y: number;
}

export interface Drawing {
  marks: readonly Mark[];
  ties: readonly Tie[]; // the weakest first, so that the strongest are drawn over them
  hulls: readonly Hull[];
  width: number;
  height: number;
  index: ReadonlyMap<string, number>;
}

/** A value that colours stand for. */
export interface Key {
  hue: number;
  name: string;
  n: number;
}

/** What is drawn of an answer. Of the two-mode map the ties are signatures, and letters are marks. */
export function draw(answer: NetworkAnswer, size: Size, hues: readonly number[], twoMode: boolean): Drawing {
  const o = answer.organizations;
  const radius = radii(answer, size);
  const marks: Mark[] = o.id.map((id, i) => ({
    id,
    name: o.name[i] ?? id,
    kind: 'organization',
    x: o.x[i] ?? 0,
    y: o.y[i] ?? 0,
    radius: radius[i] ?? 1,
    hue: hues[i] ?? 0,
    cluster: o.cluster[i] ?? 0,
    letters: o.letters[i] ?? 0,
  }));
  const ties = twoMode ? signatures(answer, marks) : oneModeTies(answer);
  return {
    marks,
    ties,
    // A cluster of few organizations has neither outline nor a place for its label.
    hulls: answer.clusters.filter((c) => c.hull.length > 2).map((c) => ({ number: c.number, label: c.label, shown: c.shown, outline: c.hull, x: c.label_x, y: c.label_y })),
    width: answer.width,
    height: answer.height,
    index: new Map(marks.map((mark, i) => [mark.id, i])),
  };
}

function oneModeTies(answer: NetworkAnswer): Tie[] {
  const t = answer.ties;
  const sorted = [...t.newman].sort((x, y) => x - y);
  const middle = sorted[Math.floor(sorted.length * 0.6)] ?? Infinity;
  const strong = sorted[Math.floor(sorted.length * 0.9)] ?? Infinity;
  return t.a
    .map((a, i): Tie => {
      const w = t.newman[i] ?? 0;
      return { a, b: t.b[i] ?? a, letters: t.letters[i] ?? 1, weight: w >= strong && w > middle ? 2 : w >= middle ? 1 : 0 };
    })
    .reverse();
}

function signatures(answer: NetworkAnswer, marks: Mark[]): Tie[] {
  const l = answer.letters;
  const largest = Math.max(1, greatest(l.id.map((_, i) => (l.signers_start[i + 1] ?? 0) - (l.signers_start[i] ?? 0))));
  const unit = Math.max(answer.width, 1) / 1000;
  return l.id.flatMap((id, i) => {
    const signers = l.signers.slice(l.signers_start[i], l.signers_start[i + 1]);
    if (signers.length === 0) return [];
    const row = marks.push({
      id, name: l.title[i] ?? id, kind: 'letter', x: l.x[i] ?? 0, y: l.y[i] ?? 0,
      radius: unit * (4 + 6 * Math.sqrt(signers.length / largest)), hue: 0, cluster: 0, letters: signers.length,
    });
    return signers.map((signer): Tie => ({ a: signer, b: row - 1, letters: 0, weight: 0 }));
  });
}

/** Radii by a measure; by letters they are the server's, so that the map and its figures look alike. Area grows with the measure. */
export function radii(answer: NetworkAnswer, size: Size): readonly number[] {
  const usual = answer.organizations.radius;
  if (size === 'letters') return usual;
  const values = answer.organizations[size];
  const most = Math.max(greatest(values), Number.MIN_VALUE);
  const smallest = least(usual);
  const range = greatest(usual) - smallest;
  return values.map((value) => smallest + range * Math.sqrt(Math.max(0, value) / most));
}

/** The colour of each row and what the colours stand for. Of countries and kinds the 12 most frequent have one. */
export function paint(answer: NetworkAnswer, colour: Colour): { hues: readonly number[]; keys: readonly Key[] } {
  if (colour === 'cluster') return { hues: answer.organizations.cluster.map(hueOf), keys: [] };
  const values = answer.organizations[colour];
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  const order = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12);
  const hue = new Map(order.map(([value], i) => [value, i + 1]));
  const rest = values.filter((value) => !hue.has(value)).length;
  const keys = order.map(([name, n], i) => ({ hue: i + 1, name, n }));
  if (rest > 0) keys.push({ hue: 0, name: counts.size > 12 ? 'others, or not printed' : 'not printed', n: rest });
  return { hues: values.map((value) => hue.get(value) ?? 0), keys };
}

/** The colour of a cluster. Past the twelfth they come again; the number tells them apart. */
export function hueOf(cluster: number): number {
  return cluster <= 0 ? 0 : ((cluster - 1) % 12) + 1;
}
