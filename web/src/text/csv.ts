/** A table as CSV (RFC 4180): quoted where needed, lines end with CRLF. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front, since names come from documents that strangers wrote. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
