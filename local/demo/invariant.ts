export interface Invariant {
  readonly name: string;
  readonly holds: boolean;
  /** The figures behind it, and the first few offenders where it does not hold. */
  readonly detail: string;
}

export const invariant = (name: string, holds: boolean, figures: string, offenders: readonly string[]): Invariant => ({
  name,
  holds,
  detail: offenders.length === 0 ? figures : `${figures}; first: ${offenders.slice(0, 5).join(', ')}`,
});
