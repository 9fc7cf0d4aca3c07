// The part of the address that map, table and exports share: which part of the network (View, sent to the server) and how it is
// looked at (Look, never sent).

import { type Value, flag, number, oneOf, text } from './fields';

/** Who counts as what it belongs to: nobody, chapters as their parents, and members as their coalition too. */
export const rollups = ['', 'parents', 'umbrellas'] as const;
export type RollUp = (typeof rollups)[number];

/** Filters of the network. 0 and '' leave the choice to the server. */
export interface View {
  minLetters: number;
  from: number;
  to: number;
  minShared: number;
  target: string;
  country: string;
  cluster: number;
  around: string;
  ties: number;
  rollup: RollUp;
}

export const wholeView: View = { minLetters: 0, from: 0, to: 0, minShared: 0, target: '', country: '', cluster: 0, around: '', ties: 0, rollup: '' };

export const sizes = ['letters', 'strength', 'betweenness', 'pagerank'] as const;
export const colours = ['cluster', 'country', 'kind'] as const;
export const tabs = ['signed', 'cosigners', 'targets'] as const;
export const columns = ['letters', 'name', 'cluster', 'cosigners', 'strength', 'betweenness', 'pagerank', 'last', 'country'] as const;
export type Size = (typeof sizes)[number];
export type Colour = (typeof colours)[number];
export type Tab = (typeof tabs)[number];
export type Column = (typeof columns)[number];

/** Where the map is looked at: the middle in the renderer's units (0 to 1) and the ratio, 1 for the whole map. */
export interface Camera {
  x: number;
  y: number;
  ratio: number;
}

/** How a view is looked at. */
export interface Look {
  twoMode: boolean;
  size: Size;
  colour: Colour;
  selected: string; // id of an organization, or of a letter on the two-mode map
  second: string; // id of the organization it is compared with
  tab: Tab;
  camera: Camera | null;
  sort: Column;
  upward: boolean; // the table is sorted against the column's usual direction
  sheet: number; // page of the table, from 0
  figure: boolean; // the export panel is open
}

export const plainLook: Look = {
  twoMode: false, size: 'letters', colour: 'cluster', selected: '', second: '', tab: 'signed', camera: null, sort: 'letters', upward: false, sheet: 0, figure: false,
};

type Fields = [string, Value][];

export function decodeView(q: URLSearchParams): View {
  return {
    minLetters: number(q, 'min_letters'),
    from: number(q, 'from'),
    to: number(q, 'to'),
    minShared: number(q, 'min_shared'),
    target: text(q, 'target'),
    country: text(q, 'country'),
    cluster: number(q, 'cluster'),
    around: text(q, 'around'),
    ties: Math.min(20000, number(q, 'ties')),
    rollup: oneOf(q, 'rollup', rollups),
  };
}

/** The same names as the API's, so that a view's address and its exports read alike. */
export function encodeView(view: View): Fields {
  return [
    ['min_letters', view.minLetters],
    ['from', view.from],
    ['to', view.to],
    ['min_shared', view.minShared],
    ['target', view.target],
    ['country', view.country],
    ['cluster', view.cluster],
    ['around', view.around],
    ['ties', view.ties],
    ['rollup', view.rollup],
  ];
}

export function decodeLook(q: URLSearchParams): Look {
  const selected = text(q, 'selected');
  return {
    twoMode: flag(q, 'two_mode'),
    size: oneOf(q, 'size', sizes),
    colour: oneOf(q, 'color', colours),
    selected,
    second: selected === '' ? '' : text(q, 'second'),
    tab: oneOf(q, 'tab', tabs),
    camera: decodeCamera(text(q, 'at')),
    sort: oneOf(q, 'sort', columns),
    upward: flag(q, 'up'),
    sheet: number(q, 'sheet'),
    figure: flag(q, 'figure'),
  };
}

export function encodeLook(look: Look): Fields {
  return [
    ['two_mode', look.twoMode],
    ['size', unless(look.size, 'letters')],
    ['color', unless(look.colour, 'cluster')],
    ['selected', look.selected],
    ['second', look.selected === '' ? '' : look.second],
    ['tab', unless(look.tab, 'signed')],
    ['at', look.camera === null ? '' : [look.camera.x, look.camera.y, look.camera.ratio].map((n) => String(rounded(n))).join(',')],
    ['sort', unless(look.sort, 'letters')],
    ['up', look.upward],
    ['sheet', look.sheet],
    ['figure', look.figure],
  ];
}

/** Camera values as an address keeps them. */
export function rounded(n: number): number {
  return Math.round(n * 10000) / 10000;
}

function unless(value: string, usual: string): string {
  return value === usual ? '' : value;
}

function decodeCamera(at: string): Camera | null {
  const [x, y, ratio, ...more] = at.split(',').map(Number);
  if (x === undefined || y === undefined || ratio === undefined || more.length > 0) return null;
  if (![x, y, ratio].every(Number.isFinite) || ratio < 0.01 || ratio > 4 || Math.abs(x) > 4 || Math.abs(y) > 4) return null;
  return { x: rounded(x), y: rounded(y), ratio: rounded(ratio) };
}
