/**
 * The day of an instant in a time zone, `YYYY-MM-DD`: what `localDay` says for the figures, by what Node has. A calendar library would be a tenth of the
 * bundle, and nothing else in it counts days.
 */
export function dayIn(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const parts = format.formatToParts(new Date(instant));
  const part = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
