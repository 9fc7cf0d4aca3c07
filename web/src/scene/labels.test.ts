import { describe, expect, it } from 'vitest';
import { type Box, budget, cut, overlaps, settle } from './labels';
import { mix, premultiplied } from './palette';

const bounds: Box = { left: 0, top: 0, right: 300, bottom: 200 };

describe('names on the map', () => {
  it('stand to the right where there is room', () => {
    const box = settle({ x: 100, y: 100, gap: 8, width: 60, height: 14 }, [], bounds);
    expect(box).toEqual({ left: 108, right: 168, top: 93, bottom: 107 });
  });
  it('never overlap, never leave the map, and are dropped when there is no room', () => {
    const taken: Box[] = [];
    for (let i = 0; i < 200; i++) {
      const box = settle({ x: (i * 53) % 300, y: (i * 31) % 200, gap: 6, width: 50, height: 14 }, taken, bounds);
      if (box === null) continue;
      expect(taken.some((other) => overlaps(box, other))).toBe(false);
      expect(box.left >= 0 && box.right <= 300 && box.top >= 0 && box.bottom <= 200).toBe(true);
      taken.push(box);
    }
    expect(taken.length).toBeGreaterThan(15);
    expect(taken.length).toBeLessThan(200);
  });
  it('are cut at 30 letters and few on a phone', () => {
    expect(cut('Australian Fair Trade and Investment Network')).toBe('Australian Fair Trade and Inv…');
    expect([budget(390), budget(800)]).toEqual([7, 22]);
  });
});

describe('colours', () => {
  it('are premultiplied for the renderer', () => {
    expect(premultiplied('#6e7a84', 0.2)).toBe('rgba(22,24,26,0.2)');
  });
  it('are mixed into the ground', () => {
    expect([mix('#000000', '#ffffff', 0), mix('#102030', '#ffffff', 1), mix('#000', '#fff', 0.5)]).toEqual(['#ffffff', '#102030', '#808080']);
  });
});
