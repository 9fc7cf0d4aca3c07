// What the renderer does not draw: hulls under the ties, the ties of the selection, rings, names. Plain 2D canvases that are drawn
// anew with each frame of the camera; all functions get the state and keep none, except widths of measured texts.

import { type Drawing, type Mark, hueOf } from '../explore/drawing';
import { type Box, budget, cut, settle } from './labels';
import type { Marked } from './marked';
import type { Palette } from './palette';

export interface Frame {
  drawing: Drawing;
  marked: Marked;
  palette: Palette;
  width: number; // px
  height: number;
  scale: number; // px for a unit of the drawing, as sizes are scaled
  place: (x: number, y: number) => { x: number; y: number };
  plainHulls: boolean; // colours mean something else than clusters
}

const font = (weight: number, size: number): string => `${String(weight)} ${String(size)}px "Source Sans 3 Variable", system-ui, sans-serif`;

/** Hulls, in the colour of their cluster. */
export function drawHulls(context: CanvasRenderingContext2D, frame: Frame): void {
  context.clearRect(0, 0, frame.width, frame.height);
  for (const hull of frame.drawing.hulls) {
    if (hull.outline.length < 3) continue;
    const colour = frame.plainHulls ? frame.palette.ink2 : (frame.palette.hues[hueOf(hull.number)] ?? frame.palette.ink2);
    const points = hull.outline.map(([x, y]) => frame.place(x ?? 0, y ?? 0));
    trace(context, points);
    context.globalAlpha = frame.plainHulls ? frame.palette.hullFill * 0.7 : frame.palette.hullFill;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = frame.plainHulls ? 0.3 : frame.palette.hullLine;
    context.strokeStyle = colour;
    context.lineWidth = 1.4;
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** A closed line through the middles of the outline's sides: smooth, whatever the server sends. */
function trace(context: CanvasRenderingContext2D, points: readonly { x: number; y: number }[]): void {
  const last = points[points.length - 1];
  const first = points[0];
  if (last === undefined || first === undefined) return;
  context.beginPath();
  context.moveTo((last.x + first.x) / 2, (last.y + first.y) / 2);
  points.forEach((point, i) => {
    const next = points[(i + 1) % points.length] ?? first;
    context.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2);
  });
  context.closePath();
}

const mostFocusTies = 2000;

/** Ties of the selection in ink, by shared letters. */
export function drawFocus(context: CanvasRenderingContext2D, frame: Frame): void {
  context.clearRect(0, 0, frame.width, frame.height);
  const { marked, drawing } = frame;
  const from = drawing.marks[marked.selected];
  if (from === undefined) return;
  const start = frame.place(from.x, from.y);
  context.strokeStyle = frame.palette.focus;
  for (const [row, letters] of [...marked.near].slice(0, mostFocusTies).reverse()) {
    const to = drawing.marks[row];
    if (to === undefined) continue;
    const end = frame.place(to.x, to.y);
    const strong = letters >= 4 || row === marked.second || to.kind !== from.kind; // a signature is never faint
    context.globalAlpha = strong ? 0.7 : letters >= 3 ? 0.4 : letters >= 2 ? 0.24 : 0.12;
    context.lineWidth = strong ? 1.4 : letters >= 3 ? 0.9 : 0.6;
    context.beginPath();
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** Rings and names. */
export function drawNames(context: CanvasRenderingContext2D, frame: Frame): void {
  context.clearRect(0, 0, frame.width, frame.height);
  const { marked, drawing } = frame;
  for (const [row, dash] of [[marked.selected, false], [marked.second, false], [marked.cursor, true], [marked.hovered, true]] as const) {
    const mark = drawing.marks[row];
    if (mark !== undefined) ring(context, frame, mark, dash && row !== marked.selected);
  }
  const taken: Box[] = [{ left: frame.width - 58, top: frame.height - 122, right: frame.width, bottom: frame.height }]; // the zoom buttons
  const bounds: Box = { left: 4, top: 4, right: frame.width - 4, bottom: frame.height - 4 };
  clusterNames(context, frame, taken, bounds);
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  context.lineJoin = 'round';
  let left = Math.round(budget(frame.width) * Math.min(3, Math.max(1, Math.sqrt(frame.scale / Math.max(frame.width / drawing.width, 0.01)))));
  for (const { mark, bold } of candidates(frame)) {
    if (left === 0) break;
    const at = frame.place(mark.x, mark.y);
    if (at.x < 0 || at.y < 0 || at.x > frame.width || at.y > frame.height) continue;
    context.font = font(bold ? 650 : 400, bold ? 14.5 : 12.5);
    const name = cut(mark.name);
    const box = settle({ x: at.x, y: at.y, gap: mark.radius * frame.scale + (bold ? 8 : 4), width: widthOf(context, name), height: 15 }, taken, bounds);
    if (box === null) continue;
    taken.push(box);
    write(context, frame, name, box.left, (box.top + box.bottom) / 2, frame.palette.ink);
    left--;
  }
}

/** Who may have a name, most wanted first: the selection, what is looked at, its closest neighbours, then the most active. */
function* candidates(frame: Frame): Generator<{ mark: Mark; bold: boolean }> {
  const { marks } = frame.drawing;
  const { selected, second, cursor, hovered, near } = frame.marked;
  const first = [...new Set([selected, second, cursor, hovered])].filter((row) => row >= 0);
  for (const row of first) {
    const mark = marks[row];
    if (mark !== undefined) yield { mark, bold: true };
  }
  const rest = selected >= 0 ? [...near.keys()] : marks.keys();
  const letters = selected >= 0 ? [] : marks.filter((mark) => mark.kind === 'letter').sort((a, b) => b.letters - a.letters).slice(0, 6);
  for (const mark of letters) yield { mark, bold: false };
  for (const row of rest) {
    const mark = marks[row];
    if (mark !== undefined && !first.includes(row) && (mark.kind === 'organization' || selected >= 0)) yield { mark, bold: false };
  }
}

function ring(context: CanvasRenderingContext2D, frame: Frame, mark: Mark, dashed: boolean): void {
  const at = frame.place(mark.x, mark.y);
  const radius = mark.radius * frame.scale + 3.5;
  context.strokeStyle = frame.palette.ink;
  context.lineWidth = 2;
  context.setLineDash(dashed ? [3, 2.5] : []);
  context.beginPath();
  if (mark.kind === 'letter') context.rect(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
  else context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}

const badge = 10.5;

/** Numbers in rings with the names of the clusters; only numbers where the map is narrow. All rings have their place before the
 * first name, so that no name runs under a ring. */
function clusterNames(context: CanvasRenderingContext2D, frame: Frame, taken: Box[], bounds: Box): void {
  const inside = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
  const rings = frame.drawing.hulls.flatMap((hull) => {
    const wanted = frame.place(hull.x, hull.y);
    if (wanted.x < -20 || wanted.y < -20 || wanted.x > frame.width + 20 || wanted.y > frame.height + 20) return [];
    const x = inside(wanted.x, bounds.left + badge + 2, bounds.right - badge - 2);
    const y = inside(wanted.y, bounds.top + badge + 2, bounds.bottom - badge - 2);
    const disc = { left: x - badge - 2, right: x + badge + 2, top: y - badge - 2, bottom: y + badge + 2 };
    taken.push(disc);
    return [{ hull, x, y, disc }];
  });
  for (const { hull, x, y } of rings) {
    context.beginPath();
    context.arc(x, y, badge, 0, 2 * Math.PI);
    context.fillStyle = frame.palette.ground;
    context.fill();
    context.strokeStyle = frame.plainHulls ? frame.palette.ink2 : (frame.palette.hues[hueOf(hull.number)] ?? frame.palette.ink2);
    context.lineWidth = 2.6;
    context.stroke();
    context.textBaseline = 'middle';
    context.textAlign = 'center';
    context.fillStyle = frame.palette.ink;
    context.font = font(600, 12);
    context.fillText(String(hull.number), x, y + 0.5);
  }
  if (frame.width < 560) return;
  context.textAlign = 'left';
  for (const { hull, x, y, disc } of rings) {
    const name = cut(hull.label, 28);
    const count = String(hull.shown);
    context.font = font(600, 13);
    const width = widthOf(context, name) + 6 + widthOf(context, count);
    const box = settle({ x, y, gap: badge + 4, width, height: 16 }, taken.filter((other) => other !== disc), bounds);
    if (box === null) continue;
    taken.push(box);
    const middle = (box.top + box.bottom) / 2;
    write(context, frame, name, box.left, middle, frame.palette.ink);
    context.font = font(400, 13);
    write(context, frame, count, box.right - widthOf(context, count), middle, frame.palette.ink2);
  }
}

function write(context: CanvasRenderingContext2D, frame: Frame, text: string, x: number, y: number, colour: string): void {
  context.lineJoin = 'round';
  context.strokeStyle = frame.palette.ground;
  context.lineWidth = 3.2;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

const widths = new Map<string, number>();

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = context.font + text;
  const before = widths.get(key);
  if (before !== undefined) return before;
  if (widths.size > 5000) widths.clear();
  const width = context.measureText(text).width;
  widths.set(key, width);
  return width;
}
