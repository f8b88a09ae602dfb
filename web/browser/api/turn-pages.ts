/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** There are more, from here on. */
  readonly cursor?: string | undefined;
}

/**
 * Reads on until enough has come or the list ends: a page that was filtered may hold few or none and yet not be the last.
 * @param limits how many items are `enough`, and how many pages are turned at most before people are asked whether to go on.
 */
export async function turnPages<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
  from: string | undefined,
  { enough, mostPages }: { readonly enough: number; readonly mostPages: number },
): Promise<Page<Item>> {
  const items: Item[] = [];
  let cursor = from;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.cursor;
    if (cursor === undefined || items.length >= enough) break;
  }
  return { items, cursor };
}
