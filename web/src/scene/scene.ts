// The live map: the only module that knows the renderer (sigma, graphology). It gets a drawing and what is marked in it, and tells
// what the reader points at. One graph is refilled for each drawing and never exchanged; positions, sizes and colours come from
// outside; hovering, selecting and moving never change a position.

import { NodeSquareProgram } from '@sigma/node-square';
import Graph from 'graphology';
import Sigma from 'sigma';
import { EdgeLineProgram, NodeCircleProgram } from 'sigma/rendering';
import type { Drawing } from '../explore/drawing';
import type { Camera } from '../url/view';
import { type Marked, nothingMarked } from './marked';
import { type Frame, drawFocus, drawHulls, drawNames } from './overlay';
import { type Palette, readPalette } from './palette';

export interface Listener {
  pick: (row: number, compare: boolean) => void; // -1 for the ground
  hover: (row: number, x: number, y: number) => void;
  moved: (camera: Camera | null) => void; // null for the whole map
}

const home: Camera = { x: 0.5, y: 0.5, ratio: 1 };
const manyTies = 5000; // above it ties are not drawn while the map moves
const jump = 200; // ms of a camera jump that the reader asked for
const settleAfter = 250; // ms without movement, then the address is told

interface Dot {
  x: number;
  y: number;
  size: number;
  color: string;
  type: string;
  row: number;
}

export class Scene {
  readonly #graph = new Graph<Dot>({ type: 'undirected', multi: true });
  readonly #sigma: Sigma<Dot>;
  readonly #listener: Listener;
  readonly #still: boolean;
  #drawing: Drawing = { marks: [], ties: [], hulls: [], width: 1, height: 1, index: new Map() };
  #marked: Marked = nothingMarked;
  #palette: Palette;
  #plainHulls = false;
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(container: HTMLElement, listener: Listener, still: boolean) {
    this.#listener = listener;
    this.#still = still;
    this.#palette = readPalette(document.documentElement);
    this.#sigma = new Sigma<Dot>(this.#graph, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      defaultDrawNodeHover: () => undefined, // the default is a white box; tip and ring are ours
      itemSizesReference: 'positions',
      zoomToSizeRatioFunction: Math.sqrt,
      stagePadding: 28,
      minCameraRatio: 0.03,
      maxCameraRatio: 2.5,
      zoomDuration: still ? 0 : 120,
      doubleClickZoomingDuration: still ? 0 : jump,
      inertiaDuration: still ? 0 : 150,
      nodeProgramClasses: {
        dot: NodeCircleProgram<Dot>,
        square: NodeSquareProgram<Dot>,
      },
      edgeProgramClasses: { line: EdgeLineProgram }, // 1 px: a tie says its strength by how dark it is
      nodeReducer: (_, dot) => this.#reduce(dot),
    });
    this.#sigma.createCanvasContext('hulls', { beforeLayer: 'edges' } as object);
    this.#sigma.createCanvasContext('focus', { afterLayer: 'edges' } as object);
    this.#sigma.createCanvasContext('names', { afterLayer: 'hoverNodes' } as object);
    this.#sigma.resize(true);
    this.#listen();
  }

  /** Draws something else. The camera stays. */
  show(drawing: Drawing, marked: Marked, plainHulls: boolean): void {
    this.#drawing = drawing;
    this.#marked = marked;
    this.#plainHulls = plainHulls;
    this.#fill();
  }

  /** Marks something else in the same drawing. */
  mark(marked: Marked): void {
    const before = this.#marked;
    this.#marked = marked;
    if (before.selected !== marked.selected || before.second !== marked.second || before.near !== marked.near) {
      this.#dim();
      this.#sigma.refresh({ partialGraph: { nodes: this.#graph.nodes() }, skipIndexation: true });
    } else this.#sigma.scheduleRender();
  }

  /** Takes the colours of the theme that is on now. */
  recolour(): void {
    this.#palette = readPalette(document.documentElement);
    this.#fill();
  }

  /** Looks elsewhere; null is the whole map. */
  look(camera: Camera | null): void {
    this.#go(camera ?? home);
  }

  pan(right: number, down: number): void {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    this.#go({ x: x + right * 0.15 * ratio, y: y - down * 0.15 * ratio, ratio });
  }

  zoom(factor: number): void {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    this.#go({ x, y, ratio: ratio / factor });
  }

  /** Brings a mark into view, if it is not there already. */
  reveal(row: number): void {
    const data = this.#sigma.getNodeDisplayData(String(row));
    if (data === undefined) return;
    const { width, height } = this.#sigma.getDimensions();
    const at = this.#sigma.framedGraphToViewport(data);
    if (at.x > 24 && at.y > 24 && at.x < width - 24 && at.y < height - 24) return;
    this.#go({ x: data.x, y: data.y, ratio: this.#sigma.getCamera().ratio });
  }

  /** Where a mark stands, in px from the top left of the map. */
  at(row: number): { x: number; y: number } | null {
    const mark = this.#drawing.marks[row];
    return mark === undefined ? null : this.#sigma.graphToViewport({ x: mark.x, y: -mark.y });
  }

  kill(): void {
    clearTimeout(this.#settling);
    this.#sigma.kill();
  }

  #go(camera: Camera): void {
    const target = this.#sigma.getCamera();
    if (this.#still) target.setState(camera);
    else void target.animate(camera, { duration: jump });
  }

  #listen(): void {
    const sigma = this.#sigma;
    const row = (node: string): number => Number(node);
    sigma.on('clickNode', ({ node, event }) => { this.#listener.pick(row(node), 'shiftKey' in event.original && event.original.shiftKey); });
    sigma.on('clickStage', () => { this.#listener.pick(-1, false); });
    sigma.on('enterNode', ({ node, event }) => {
      sigma.getContainer().style.cursor = 'pointer';
      this.#listener.hover(row(node), event.x, event.y);
    });
    sigma.on('leaveNode', () => {
      sigma.getContainer().style.cursor = '';
      this.#listener.hover(-1, 0, 0);
    });
    sigma.on('doubleClickNode', ({ preventSigmaDefault }) => { preventSigmaDefault(); });
    sigma.on('afterRender', () => { this.#overlay(); });
    sigma.on('resize', () => { this.#dim(); });
    sigma.getCamera().on('updated', () => {
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => {
        const { x, y, ratio } = sigma.getCamera().getState();
        const whole = Math.abs(x - 0.5) < 0.002 && Math.abs(y - 0.5) < 0.002 && Math.abs(ratio - 1) < 0.002;
        this.#listener.moved(whole ? null : { x, y, ratio });
      }, settleAfter);
    });
  }

  #fill(): void {
    const { marks, ties, width, height } = this.#drawing;
    const palette = this.#palette;
    this.#graph.clear();
    this.#sigma.setCustomBBox({ x: [0, width], y: [-height, 0] });
    this.#sigma.setSetting('hideEdgesOnMove', ties.length > manyTies);
    marks.forEach((mark, row) => {
      const letter = mark.kind === 'letter';
      const color = letter ? palette.ink : (palette.hues[mark.hue] ?? palette.ink2);
      this.#graph.addNode(String(row), { x: mark.x, y: -mark.y, size: mark.radius, color, type: letter ? 'square' : 'dot', row });
    });
    ties.forEach((tie) => {
      this.#graph.addEdge(String(tie.a), String(tie.b), { color: palette.ties[tie.weight], type: 'line' });
    });
    this.#dim();
    this.#sigma.refresh();
  }

  /** With a selection all other ties step back, and on a small map they are lighter, since lines stay 1 px wide; one property of
   * their layer does it, without drawing them anew. */
  #dim(): void {
    const layer = this.#sigma.getCanvases()['edges'];
    const room = Math.min(1, Math.max(0.35, this.#sigma.getDimensions().width / 800));
    if (layer !== undefined) layer.style.opacity = String(room * (this.#marked.selected >= 0 ? 0.3 : 1));
  }

  #reduce(dot: Dot): Partial<Dot> {
    const { selected, second, near } = this.#marked;
    if (selected < 0) return dot;
    const { row } = dot;
    if (row === selected || row === second || near.has(row)) return dot;
    const mark = this.#drawing.marks[row];
    if (mark === undefined) return dot;
    return { ...dot, color: mark.kind === 'letter' ? (this.#palette.dimmed[0] ?? dot.color) : (this.#palette.dimmed[mark.hue] ?? dot.color) };
  }

  #overlay(): void {
    const sigma = this.#sigma;
    const { width, height } = sigma.getDimensions();
    const frame: Frame = {
      drawing: this.#drawing,
      marked: this.#marked,
      palette: this.#palette,
      width,
      height,
      scale: sigma.scaleSize(1),
      place: (x, y) => sigma.graphToViewport({ x, y: -y }),
      plainHulls: this.#plainHulls,
    };
    for (const [layer, draw] of [['hulls', drawHulls], ['focus', drawFocus], ['names', drawNames]] as const) {
      const context = sigma.getCanvases()[layer]?.getContext('2d');
      if (context) draw(context, frame);
    }
  }
}
