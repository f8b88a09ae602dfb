/** The one place where the time comes from; everything else takes it as an argument. Tests and the local cloud set it forward by handing in another. */
export type Clock = () => string;

/** Now, as an `Instant`: ISO 8601 in UTC with milliseconds. */
export const systemClock: Clock = () => new Date().toISOString();
