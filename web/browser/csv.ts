/** Letters, digits and hyphens: what every system takes in the name of a file. */
const safe = (part: string) =>
  part
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

/** A file's name from its parts, e.g. `amends-trend-2026-11-01-2026-11-28-branch-east.csv`. Give it no words or names of customers. */
export const csvName = (parts: readonly string[]): string => `${['amends', ...parts].map(safe).filter(Boolean).join('-')}.csv`;

/** Hands a file to whoever clicked. It is made in the page; nothing is fetched. @param text of `shared/domain/csv.ts` */
export function saveCsv(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // After the click: some browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
