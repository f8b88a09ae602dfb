/** Reads CSV as a spreadsheet does (RFC 4180), its byte order mark left out. */
export function parseCsv(file: string): string[][] {
  const rows: string[][] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row: string[] = [];
  const text = file.replace(/^\uFEFF/, '');
  for (let found = cells.exec(text); found !== null; found = cells.exec(text)) {
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
    if (cells.lastIndex === text.length) break;
  }
  return rows;
}
