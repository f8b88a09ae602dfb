/** Rows above and below what is seen that are there already. */
const MARGIN = 8;

/**
 * Which rows of a long list are drawn: those within view, some around them, and the one that has the focus wherever it is.
 * @param rowHeight all alike, in pixels; as `top` (how far it is scrolled) and `height` (of what is seen).
 */
export function rowsInView(
  count: number,
  { top, height, rowHeight }: { readonly top: number; readonly height: number; readonly rowHeight: number },
  focused?: number,
): number[] {
  const first = Math.max(0, Math.min(count - 1, Math.floor(top / rowHeight)) - MARGIN);
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + MARGIN);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  if (focused === undefined || focused >= count || (focused >= first && focused <= last)) return rows;
  return focused < first ? [focused, ...rows] : [...rows, focused];
}
