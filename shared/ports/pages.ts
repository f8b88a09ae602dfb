export interface Page<Item> {
  readonly items: readonly Item[];
  /** Opaque; hand it back for the next page. Absent on the last. */
  readonly cursor?: string | undefined;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}
