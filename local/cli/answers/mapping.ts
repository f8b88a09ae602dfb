import type { Survey } from '../../../shared/domain/survey/survey.ts';
import { Failure } from '../output.ts';
import { plain, type Target, targetsOf } from './targets.ts';

/** Where each column goes, in the order of the file; `undefined`: it is left out. */
export type Mapping = readonly (Target | undefined)[];

/** What somebody gave for some columns: the column's name or `#3`, and what it is; empty or `-` leaves it out. */
export type Given = ReadonlyMap<string, string>;

/** `COLUMN=question`; a column's name may itself have an equals sign. */
export function toGiven(text: string): readonly [string, string] | undefined {
  const at = text.lastIndexOf('=');
  return at < 1 ? undefined : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * What each column is: as given, else as its name proposes where that is clear.
 * @throws Failure naming at once all columns that are not in the file, all things that are not in the survey, and all that would be filled twice.
 */
export function mappingOf(survey: Survey, header: readonly string[], given: Given): Mapping {
  const known = targetsOf(survey);
  const faults: string[] = [];
  const chosen = new Map<number, Target | undefined>();
  for (const [column, wish] of given) {
    const place = placeOf(header, column);
    const target = known.find(({ target: { name } }) => name === wish.trim())?.target;
    if (place === undefined) faults.push(`column "${shortened(column)}" is not in the file`);
    if (target === undefined && !isNone(wish)) faults.push(`"${shortened(wish)}" is no question of survey ${survey.id}, nor a field`);
    if (place !== undefined) chosen.set(place, target);
  }
  const taken = new Set([...chosen.values()].map((target) => target?.name));
  const mapping = header.map((name, i) => {
    if (chosen.has(i)) return chosen.get(i);
    const proposed = proposalFor(known, name);
    if (proposed === undefined || taken.has(proposed.name)) return undefined;
    taken.add(proposed.name);
    return proposed;
  });
  const names = mapping.flatMap((target) => target?.name ?? []);
  for (const name of new Set(names.filter((one, i) => names.indexOf(one) !== i))) faults.push(`two columns for "${name}"`);
  if (faults.length > 0) {
    const columns = header.map((name, i) => `#${i + 1} "${shortened(name)}"`).join(', ');
    throw new Failure(
      `line 1: ${faults.join('; ')}. The file has ${columns}. Expected of each: ${namesOf(survey).join(', ')}; or - to leave it out.`,
    );
  }
  return mapping;
}

export const namesOf = (survey: Survey): string[] => targetsOf(survey).map(({ target }) => target.name);

const isNone = (wish: string) => ['', '-'].includes(wish.trim());

/** The only thing that goes by this name; where several do nobody guesses. */
function proposalFor(known: ReturnType<typeof targetsOf>, name: string): Target | undefined {
  const own = known.find(({ target }) => target.name === name.trim());
  if (own !== undefined) return own.target;
  const meant = plain(name);
  const [found, ...others] = known.filter(({ names }) => names.includes(meant));
  return others.length === 0 ? found?.target : undefined;
}

function placeOf(header: readonly string[], column: string): number | undefined {
  const number = /^#(\d{1,4})$/.exec(column.trim())?.[1];
  const place = number === undefined ? header.findIndex((name) => name.trim() === column.trim()) : Number(number) - 1;
  return place >= 0 && place < header.length ? place : undefined;
}

/**
 * @throws Failure naming all at once that is missing for an import: a time, where none is given for the whole file, and at least one answer.
 */
export function checkComplete(mapping: Mapping, survey: Survey, hasTime: boolean): void {
  const missing: string[] = [];
  if (!hasTime && !mapping.some((target) => target?.name === 'at'))
    missing.push('a column for "at", when it was answered (--map COLUMN=at), or one day for all (--at 2026-03-14)');
  if (!mapping.some((target) => target?.kind === 'answer'))
    missing.push(`a column for at least one question of survey ${survey.id} (--map COLUMN=${survey.questions[0]?.id ?? 'question'})`);
  if (missing.length > 0) throw new Failure(`line 1: expected ${missing.join('; and ')}. The first line names the columns.`);
}

/** A name of a column as it may be repeated. */
export const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name);
