// Greatest and least of a list, 0 for an empty one. Math.max(...list) would run out of stack on the columns of a large network.

export function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => (b > a ? b : a), values[0] ?? 0);
}

export function least(values: readonly number[]): number {
  return values.reduce((a, b) => (b < a ? b : a), values[0] ?? 0);
}
