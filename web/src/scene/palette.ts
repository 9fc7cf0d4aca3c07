// The theme's colours as the renderer needs them, read from the tokens on <html>.

type RGB = readonly [number, number, number];

export interface Palette {
  ground: string;
  well: string;
  ink: string;
  ink2: string;
  focus: string; // ties of the selection
  hues: readonly string[]; // 0 for none, 1 to 12
  ties: readonly string[]; // by weight, ready for the renderer
  dimmed: readonly string[]; // hues, mixed into the ground
  hullFill: number;
  hullLine: number;
}

/** Reads the palette of the theme that is on. */
export function readPalette(root: Element): Palette {
  const style = getComputedStyle(root);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const number = (name: string): number => Number(token(name));
  const ground = token('ground');
  const hues = Array.from({ length: 13 }, (_, i) => token(`cluster-${String(i)}`));
  const alpha = number('tie-alpha');
  return {
    ground,
    well: token('well'),
    ink: token('ink'),
    ink2: token('ink-2'),
    focus: token('tie-focus'),
    hues,
    ties: [0.65, 0.9, 1.35].map((k) => premultiplied(token('tie'), alpha * k)),
    dimmed: hues.map((hue) => mix(hue, ground, number('dim'))),
    hullFill: number('hull-fill'),
    hullLine: number('hull-line'),
  };
}

/** Reads #rrggbb, and #rgb, which the build shortens colours to where it can. */
function parse(hex: string): RGB {
  const digits = hex.slice(1);
  const n = Number.parseInt(digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits, 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

/** The renderer blends colours as premultiplied ones; given plain, half-transparent grey turns white on white (sigma.js #1533). */
export function premultiplied(hex: string, alpha: number): string {
  const [r, g, b] = parse(hex).map((c) => Math.round(c * alpha));
  return `rgba(${String(r)},${String(g)},${String(b)},${String(alpha)})`;
}

/** A colour mixed into another: share 1 is the colour itself. Opaque, so that overlaps do not add up. */
export function mix(hex: string, into: string, share: number): string {
  const to = parse(into);
  const parts = parse(hex).map((c, i) => Math.round(c * share + (to[i] ?? 0) * (1 - share)));
  return '#' + parts.map((c) => c.toString(16).padStart(2, '0')).join('');
}
