// Numbers as the product prints them: comma between thousands, two decimals under 1, whole percents.

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A count: 1,642. */
export function count(n: number): string {
  return whole.format(n);
}

/** A count with its noun: "1 letter", "24 letters". The plural is the noun with an s unless it is given. */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${count(n)} ${n === 1 ? noun : plural}`;
}

/** A measure: whole from 100 on, else two decimals; three where two would print 0.00 for something. */
export function measure(x: number): string {
  if (!Number.isFinite(x)) return 'not known';
  if (x === 0) return '0';
  const size = Math.abs(x);
  if (size >= 100) return count(Math.round(x));
  if (size >= 0.005) return x.toFixed(2);
  return x.toPrecision(1).includes('e') ? x.toExponential(1) : x.toPrecision(2);
}

/** A share from 0 to 1 as whole percent: 84%. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A count in a sentence: words up to ten, digits above. */
export function inWords(n: number): string {
  return small[n] ?? count(n);
}

/** The same at the beginning of a sentence. */
export function startWords(n: number): string {
  const words = inWords(n);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
