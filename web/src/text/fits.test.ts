import { describe, expect, it } from 'vitest';
import type { Hit } from '../api/types';
import { isCalled, meant } from './fits';

const hit = (name: string, matched = ''): Hit => ({ kind: 'organization', id: name, name, matched, letters: 1, detail: '' });

describe('what Enter takes', () => {
  it('is the name itself before one that begins so', () => {
    expect(meant('river watch', [hit('River Watchers Union'), hit('River Watch')])).toBe(1);
    expect(meant('river wa', [hit('Hudson River Watch'), hit('River Watchers Union')])).toBe(1);
  });
  it('is another printed form, without its accents and marks', () => {
    expect(meant('societe d eau', [hit('Water Society'), hit('Water Society', 'Société d’Eau, S.A.')])).toBe(1);
    expect(isCalled('SOCIETE D’EAU S A', [hit('Water Society', 'Société d’Eau, S.A.')])).toBe(true);
  });
  it('is nothing where a name is only like it, or holds its words', () => {
    expect(meant('Riverside Tenants Union', [hit('Riverstone')])).toBe(-1);
    expect(meant('Tenants Union', [hit('Hillside Tenants Union')])).toBe(-1);
    expect(meant(' – ', [hit('Riverstone')])).toBe(-1);
    expect(isCalled('river', [hit('Riverstone')])).toBe(false);
  });
  it('reads other scripts as they are', () => {
    expect(meant('союз', [hit('Союз рек')])).toBe(0);
    expect(meant('河川', [hit('河川協会')])).toBe(0);
  });
});
