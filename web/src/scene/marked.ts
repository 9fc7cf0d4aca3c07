/** What is marked, by row of the drawing; -1 for nothing. */
export interface Marked {
  selected: number;
  second: number;
  cursor: number;
  hovered: number;
  near: ReadonlyMap<number, number>; // rows next to the selection, with shared letters
}

export const nothingMarked: Marked = { selected: -1, second: -1, cursor: -1, hovered: -1, near: new Map() };
