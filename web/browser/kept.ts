import type * as z from 'zod/mini';

/** What this tab keeps under a name, if it is of this shape. What an older version of the page left is cleared away, as if it had never been. */
export function kept<Schema extends z.ZodMiniType>(name: string, schema: Schema): z.output<Schema> | undefined {
  const text = sessionStorage.getItem(name);
  if (text === null) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    sessionStorage.removeItem(name);
    return undefined;
  }
}

/** Keeps it in this tab's own storage: it outlives a reload and another sign-in, and ends with the tab or by signing out. */
export const keep = (name: string, value: object): void => sessionStorage.setItem(name, JSON.stringify(value));
