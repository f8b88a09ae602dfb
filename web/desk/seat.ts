import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Localized } from '../../shared/domain/language.ts';
import type { House, Me } from '../browser/parts/signed-in.tsx';
import { type Say, type SheetNames, sayer } from '../sheet/matter.ts';
import { language } from './words.ts';

/** Whoever sits at the desk, and how things are called in this house. */
export interface DeskSeat {
  readonly me: Me;
  readonly house: House;
  readonly names: SheetNames;
  /** Names and times as the register sheet writes them. */
  readonly told: Say;
}

export function seatOf(me: Me, house: House): DeskSeat {
  const { agents, teams, branches, departments, causes } = house;
  const names = { agents, teams, branches, departments, causes, remedies: [] };
  return { me, house, names, told: sayingOf(house, names) };
}

/** Names of remedies come with the case: who may offer what is decided there. */
export const withRemedies = ({ house, names }: DeskSeat, remedies: readonly { readonly id: string; readonly title: Localized }[]): Say =>
  sayingOf(house, { ...names, remedies: remedies.map(({ id, title }) => ({ id, name: title })) });

function sayingOf({ brand: { name, timeZone } }: House, names: SheetNames): Say {
  // One for all times of a list that is scrolled: making a format costs more than all else in a row.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return { ...sayer({ brand: name, timeZone, printedAt: '', names }, language), time: (instant) => format.format(new Date(instant)) };
}

export const SeatContext = createContext<DeskSeat | undefined>(undefined);

export function useSeat(): DeskSeat {
  const seat = useContext(SeatContext);
  if (seat === undefined) throw new Error('expected to be within the desk, where somebody is signed in');
  return seat;
}
