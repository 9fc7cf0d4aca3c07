// Where names go: greedy, in the order given, at eight places around the dot; what finds no room is left out, never shrunk.

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Wish {
  x: number;
  y: number;
  gap: number; // from the middle of the dot to the text
  width: number;
  height: number;
}

/** Eight places, the best first: right, left, above, below, then the corners. */
const places: readonly (readonly [number, number])[] = [[1, 0], [-1, 0], [0, -1], [0, 1], [1, -1], [1, 1], [-1, -1], [-1, 1]];

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** The box of a name, free of what is taken and within the bounds; null where there is none. The caller adds it to what is taken. */
export function settle(wish: Wish, taken: readonly Box[], bounds: Box): Box | null {
  for (const [dx, dy] of places) {
    const corner = dx !== 0 && dy !== 0 ? 0.72 : 1;
    const middleX = wish.x + dx * (wish.gap * corner + wish.width / 2);
    const middleY = wish.y + dy * (wish.gap * corner + wish.height / 2);
    const box = { left: middleX - wish.width / 2, right: middleX + wish.width / 2, top: middleY - wish.height / 2, bottom: middleY + wish.height / 2 };
    if (box.left < bounds.left || box.right > bounds.right || box.top < bounds.top || box.bottom > bounds.bottom) continue;
    if (!taken.some((other) => overlaps(box, other))) return box;
  }
  return null;
}

/** A name as the map prints it: whole names stand in the tip and the panel. */
export function cut(name: string, most = 30): string {
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}

/** How many names a map of this size carries: 22 at 800 px, 7 at 390 px. */
export function budget(width: number): number {
  return Math.max(6, Math.round(7 + ((width - 390) * 15) / 410));
}
