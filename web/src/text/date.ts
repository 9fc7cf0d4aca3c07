// Dates arrive as 2021, 2021-05 or 2021-05-06; empty means that none is known.

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function parts(date: string): { year: string; month: string; day: string } {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? '';
  return { year, month: name, day: day === '' ? '' : String(Number(day)) };
}

/** For tables: 30 Sep 2020, Sep 2020, 2020, "no date". */
export function shortDate(date: string): string {
  if (date === '') return 'no date';
  const { year, month, day } = parts(date);
  return [day, month.slice(0, 3), year].filter((part) => part !== '').join(' ');
}

/** For sentences: 30 September 2020. */
export function longDate(date: string): string {
  if (date === '') return 'no date';
  const { year, month, day } = parts(date);
  return [day, month, year].filter((part) => part !== '').join(' ');
}

/** First and last year with an en dash: 2015–2020; one year where both are the same; "no date" where none is known. */
export function years(first: string, last: string): string {
  const a = first.slice(0, 4);
  const b = last.slice(0, 4);
  if (a === '' && b === '') return 'no date';
  if (a === '' || b === '' || a === b) return a === '' ? b : a;
  return `${a}–${b}`;
}

/** Since and until when, for sentences: "from 2001 until May 2004"; empty where neither is known. */
export function period(from: string, until: string): string {
  return [from === '' ? '' : `from ${longDate(from)}`, until === '' ? '' : `until ${longDate(until)}`].filter((part) => part !== '').join(' ');
}

/** A point in time for charts: the year with its fraction. The middle is taken where month or day is not known. */
export function position(date: string): number | null {
  if (date === '') return null;
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || Number.isNaN(year)) return null;
  if (month === undefined) return year + 0.5;
  return year + (month - 1 + (day === undefined ? 0.5 : (day - 0.5) / 31)) / 12;
}
