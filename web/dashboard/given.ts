/** Fields without those that are `undefined`: what travels to the API does not name what was not chosen. */
export type Given<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

export function given<Fields extends object>(fields: Fields): Given<Fields> {
  // As JSON carries it: nothing that is undefined.
  const known: Given<Fields> = JSON.parse(JSON.stringify(fields));
  return known;
}
