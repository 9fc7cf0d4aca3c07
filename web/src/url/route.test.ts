import { describe, expect, it } from 'vitest';
import { type Route, decode, emptyAsk, encode, organizationLink, pairLink } from './route';
import { plainLook, wholeView } from './view';

function read(address: string): Route {
  const url = new URL(address, 'http://localhost');
  return decode(url.pathname, url.search);
}

const routes: Route[] = [
  { page: 'start' },
  { page: 'partners', ask: emptyAsk },
  {
    page: 'partners',
    ask: { seeds: ['o1', 'Fair & Square, Inc.'], target: 't1', mode: 'new', since: 2019, country: 'Côte d’Ivoire', limit: 40, list: ['o2', 'o3'], aside: ['o4'], draft: false },
  },
  { page: 'partners', ask: { ...emptyAsk, seeds: ['o1', 'Riverside Tenants Union'], target: 't1', draft: true } },
  { page: 'explore', as: 'map', view: wholeView, look: plainLook },
  {
    page: 'explore',
    as: 'table',
    view: { minLetters: 3, from: 2014, to: 2020, minShared: 2, target: 't', country: 'India', cluster: 4, around: 'o/1', ties: 500, rollup: 'parents' },
    look: {
      twoMode: true, size: 'betweenness', colour: 'country', selected: 'o1', second: 'o2', tab: 'targets',
      camera: { x: 0.25, y: -0.5, ratio: 0.1234 }, sort: 'name', upward: true, sheet: 2, figure: true,
    },
  },
  { page: 'letters', filter: { text: 'amazon', target: 't', from: 2019, to: 2020 } },
  { page: 'letter', id: 'a b/c?d' },
  { page: 'organization', id: '100% real', all: true, rollup: '' },
  { page: 'organization', id: 'o1', all: false, rollup: 'umbrellas' },
  { page: 'organizations', text: 'x', sheet: 3 },
  { page: 'target', id: 'ü' },
  { page: 'targets' },
  { page: 'about' },
  { page: 'add', draft: '' },
  { page: 'add', draft: 'k3 /?x' },
  { page: 'unknown', path: '/no/such/page' },
];

describe('addresses', () => {
  it.each(routes.map((route) => [encode(route), route] as const))('%s reads as it was written', (address, route) => {
    expect(read(address)).toEqual(route);
  });

  it('keeps how the network is rolled up on the way to a page', () => {
    expect(organizationLink('o1', 'parents', true)).toBe('/organization/o1?all=1&rollup=parents');
    expect(organizationLink('o1')).toBe('/organization/o1');
    expect(read(pairLink('a', 'b', 'umbrellas'))).toMatchObject({ view: { rollup: 'umbrellas' }, look: { selected: 'a', second: 'b' } });
    expect(read('/map?rollup=children')).toEqual(read('/map'));
  });

  it('writes nothing for defaults', () => {
    expect(encode({ page: 'explore', as: 'map', view: wholeView, look: plainLook })).toBe('/map');
    expect(encode({ page: 'partners', ask: emptyAsk })).toBe('/partners');
  });

  it('is settled after one reading, whatever is typed', () => {
    for (const address of [
      '/map?rollup=children&cluster=1',
      '/map?from=-3&to=abc&ties=999999&tab=nothing&at=1,2&second=o2',
      '/map?at=1e9,0,1&size=LETTERS&two_mode=yes',
      '/partners?seed=&seed=a&seed=a&mode=old&limit=9999',
      '/letter/%E0%A4%A',
      '/about/',
      '/map/x',
      '//evil.example/x',
    ]) {
      const url = new URL(address, 'http://localhost');
      const once = encode(decode(url.pathname, url.search));
      expect(encode(read(once))).toBe(once);
    }
  });

  it('drops a second organization without a first, and what is out of range', () => {
    expect(read('/map?second=o2')).toEqual(read('/map'));
    expect(read('/map?at=9,0,1')).toEqual(read('/map'));
    expect(read('/partners?limit=5000')).toMatchObject({ ask: { limit: 200 } });
  });
});
