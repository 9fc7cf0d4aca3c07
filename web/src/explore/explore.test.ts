import { describe, expect, it } from 'vitest';
import type { NetworkAnswer } from '../api/types';
import { draw, paint, radii } from './drawing';
import { cosignerCounts, neighbours, signersOf } from './neighbours';
import { withMembers, withParents } from './rollup';
import { direction, order } from './rows';

// Four organizations, three letters: L1 by 0 1 2, L2 by 0 1, L3 by 3 alone.
const answer = {
  view: { min_shared: 1 },
  width: 1000,
  height: 700,
  organizations: {
    id: ['a', 'b', 'c', 'd'], name: ['Alpha', 'beta', 'Ceta', 'delta'], country: ['IN', '', 'IN', 'US'], kind: ['', '', '', ''],
    letters: [2, 2, 1, 1], strength: [1, 4, 0, 0], betweenness: [3, 0, 0, 0], pagerank: [0.4, 0.3, 0.2, 0.1], cluster: [1, 13, 0, 2],
    stability: [1, 1, -1, 1], last: ['2021-05', '2020', '', '2021'], radius: [4, 4, 2, 2], x: [1, 2, 3, 4], y: [5, 6, 7, 8],
  },
  letters: { id: ['L1', 'L2', 'L3'], title: ['One', 'Two', 'Three'], date: ['', '', ''], x: [0, 0, 0], y: [0, 0, 0], signers_start: [0, 3, 5, 6], signers: [0, 1, 2, 0, 1, 3] },
  ties: { a: [0, 0, 1], b: [1, 2, 2], letters: [2, 1, 1], newman: [1.5, 0.5, 0.5] },
  clusters: [],
} as unknown as NetworkAnswer;

describe('neighbours', () => {
  it('counts shared letters, most first', () => {
    expect([...neighbours(answer, 0)]).toEqual([[1, 2], [2, 1]]);
    expect([...neighbours(answer, 3)]).toEqual([]);
  });
  it('keeps to the least number of shared letters', () => {
    const strict = { ...answer, view: { ...answer.view, min_shared: 2 } };
    expect([...neighbours(strict, 0)]).toEqual([[1, 2]]);
  });
  it('agrees with the counts of all rows', () => {
    expect(cosignerCounts(answer)).toEqual([0, 1, 2, 3].map((row) => neighbours(answer, row).size));
  });
  it('knows who signed a letter', () => {
    expect(signersOf(answer, 'L2')).toEqual([0, 1]);
    expect(signersOf(answer, 'none')).toEqual([]);
  });
});

describe('drawing', () => {
  it('draws the strongest tie last', () => {
    const { ties } = draw(answer, 'letters', [1, 1, 0, 2], false);
    expect(ties.at(-1)).toMatchObject({ a: 0, b: 1, letters: 2, weight: 2 });
    expect(ties).toHaveLength(3);
  });
  it('adds letters and signatures on the two-mode map', () => {
    const drawing = draw(answer, 'letters', [], true);
    expect(drawing.marks.filter((mark) => mark.kind === 'letter').map((mark) => mark.letters)).toEqual([3, 2, 1]);
    expect(drawing.ties).toHaveLength(6);
    expect(drawing.ties.every((tie) => drawing.marks[tie.b]?.kind === 'letter' && drawing.marks[tie.a]?.kind === 'organization')).toBe(true);
  });
  it('keeps the server’s radii for letters and stays within them for measures', () => {
    expect(radii(answer, 'letters')).toEqual([4, 4, 2, 2]);
    expect(radii(answer, 'strength')).toEqual([3, 4, 2, 2]);
  });
  it('gives colours to clusters past the twelfth again, and to countries by number', () => {
    expect(paint(answer, 'cluster').hues).toEqual([1, 1, 0, 2]);
    expect(paint(answer, 'country')).toEqual({
      hues: [1, 0, 1, 2],
      keys: [{ hue: 1, name: 'IN', n: 2 }, { hue: 2, name: 'US', n: 1 }, { hue: 0, name: 'not printed', n: 1 }],
    });
  });
});

describe('order of rows', () => {
  it('is the map’s where values are equal', () => {
    expect(order(answer, null, 'letters', false)).toEqual([0, 1, 2, 3]);
  });
  it('puts what is missing last, either way', () => {
    expect(order(answer, null, 'country', false)).toEqual([0, 2, 3, 1]);
    expect(order(answer, null, 'country', true)).toEqual([3, 0, 2, 1]);
    expect(order(answer, null, 'cluster', false)).toEqual([0, 3, 1, 2]);
    expect(order(answer, null, 'last', false)).toEqual([0, 3, 1, 2]);
  });
  it('sorts names without regard to case', () => {
    expect(order(answer, null, 'name', false)).toEqual([0, 1, 2, 3]);
    expect(order(answer, null, 'name', true)).toEqual([3, 2, 1, 0]);
    expect([direction('name', false), direction('name', true), direction('letters', false)]).toEqual(['ascending', 'descending', 'descending']);
  });
});

describe('rolling up', () => {
  it('counts members as their coalition only where chapters count as their parents', () => {
    expect([withParents(true), withParents(false)]).toEqual(['parents', '']);
    expect(withMembers(true, ['parents', 'umbrellas'])).toBe('umbrellas');
    expect(withMembers(false, ['parents', 'umbrellas'])).toBe('parents');
    expect(withMembers(false, ['umbrellas'])).toBe('');
  });
});

describe('clusters', () => {
  it('labels those with an outline only', () => {
    const cluster = { number: 1, label: 'A', shown: 4, hull: [[0, 0], [1, 0], [0, 1]], label_x: 1, label_y: 1 };
    const few = { ...cluster, number: 2, shown: 2, hull: [], label_x: 0, label_y: 0 };
    const net = { ...answer, clusters: [cluster, few] } as unknown as NetworkAnswer;
    expect(draw(net, 'letters', [], false).hulls.map((hull) => hull.number)).toEqual([1]);
  });
});
