import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { House } from '../../browser/parts/signed-in.tsx';
import type { Mark } from '../marks/mark.ts';
import type { Settings } from '../settings.ts';

/** What all panels look at: whose house, and which days and filters. */
export interface Sight {
  readonly house: House;
  readonly settings: Settings;
  /** The day it is in the house's zone. */
  readonly today: string;
}

export const SightContext = createContext<Sight | undefined>(undefined);

export function useSight(): Sight {
  const sight = useContext(SightContext);
  if (sight === undefined) throw new Error('expected a SightContext around every panel of the dashboard');
  return sight;
}

/** A mark of the page's own days and filters. */
export const markIn = ({ settings }: Sight, more: Partial<Mark> = {}): Mark => ({ ...settings.days, ...settings.filters, ...more });
