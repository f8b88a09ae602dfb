import type { RecoverySettings } from '../domain/recovery/settings.ts';
import type { AmendsConfig } from './schema.ts';

/** What working a case needs of the config. `parseConfig` has made sure that the calendar is there. */
export function recoverySettings({
  recovery,
  calendars,
  brand,
  campaigns = [],
}: Pick<AmendsConfig, 'recovery' | 'calendars' | 'brand'> & Partial<Pick<AmendsConfig, 'campaigns'>>): RecoverySettings {
  const calendar = calendars[recovery.sla.calendar];
  if (calendar === undefined) throw new Error(`recovery.sla.calendar: no calendar "${recovery.sla.calendar}"`);
  const { sla, agents, teams, remedies, authority, followUp, brokenPromiseRemedy } = recovery;
  return {
    sla,
    calendar,
    agents,
    teams,
    departments: recovery.departments.map(({ id }) => id),
    causes: recovery.causes.map(({ id }) => id),
    remedies,
    authority,
    followUp,
    brokenPromiseRemedy,
    winBack: recovery.winBack,
    invitesAfterClosing: campaigns.flatMap(({ id, audience }) =>
      audience.kind === 'event' && audience.event === 'case-closed' ? [{ campaign: id, after: audience.after }] : [],
    ),
    timeZone: brand.timeZone,
    defaultLanguage: brand.defaultLanguage,
  };
}
