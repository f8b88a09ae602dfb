import type { RecoverySettings } from '../domain/recovery/open-case.ts';
import type { AmendsConfig } from './schema.ts';

/** What opening a case needs of the config. `parseConfig` has made sure that the calendar is there. */
export function recoverySettings(config: AmendsConfig): RecoverySettings {
  const calendar = config.calendars[config.recovery.sla.calendar];
  if (calendar === undefined) throw new Error(`recovery.sla.calendar: no calendar "${config.recovery.sla.calendar}"`);
  return {
    sla: config.recovery.sla,
    calendar,
    agents: config.recovery.agents,
    timeZone: config.brand.timeZone,
    defaultLanguage: config.brand.defaultLanguage,
  };
}
