import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { campaignFaults } from './campaign-faults.ts';
import { recoveryFaults } from './recovery-faults.ts';
import { AmendsConfig } from './schema.ts';
import { unreachableDeadlines } from './sla.ts';
import { surveyFaults } from './survey-faults.ts';
import { slowerTiers } from './tier-faults.ts';

/** The config is not valid; the message is for whoever wrote it and lists every fault. */
export class ConfigError extends Error {}

/**
 * Checks a config and everything in it that refers to something else in it.
 * @throws ConfigError listing every fault with its path and what was expected.
 */
export function parseConfig(input: unknown): AmendsConfig {
  const parsed = AmendsConfig.safeParse(input, { error: en().localeError });
  if (!parsed.success) {
    throw new ConfigError(complain(parsed.error.issues.map((issue) => `${z.core.toDotPath(issue.path)}: ${issue.message}`)));
  }
  const faults = [
    ...danglingReferences(parsed.data),
    ...recoveryFaults(parsed.data),
    ...surveyFaults(parsed.data.surveys),
    ...campaignFaults(parsed.data),
    ...duplicates(parsed.data),
    ...unknownTimeZones(parsed.data),
  ];
  if (faults.length === 0) faults.push(...deadlinesOutOfReach(parsed.data));
  if (faults.length > 0) throw new ConfigError(complain(faults));
  return parsed.data;
}

const complain = (faults: readonly string[]) => `amends.config.ts is not valid:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`;

function danglingReferences(config: AmendsConfig): string[] {
  const surveys = new Set(config.surveys.map((survey) => survey.id));
  const branches = new Set(config.branches.map((branch) => branch.id));
  const faults: string[] = [];
  config.sources.forEach((source, i) => {
    if (source.survey !== undefined && !surveys.has(source.survey)) faults.push(`sources[${i}].survey: no survey "${source.survey}"`);
  });
  const places = [
    ...config.sources.map((source, i) => [`sources[${i}].branch`, source.branch] as const),
    ...config.mailboxes.map((mailbox, i) => [`mailboxes[${i}].branch`, mailbox.branch] as const),
    ...config.recovery.agents.map((agent, i) => [`recovery.agents[${i}].branch`, agent.branch] as const),
    ...config.notices.map((notice, i) => [`notices[${i}].branch`, notice.branch] as const),
    ...config.standards.served.map((one, i) => [`standards.served[${i}].branch`, one.branch] as const),
    ...config.digests.flatMap(({ recipients = [] }, i) =>
      recipients.map(({ branch }, n) => [`digests[${i}].recipients[${n}].branch`, branch] as const),
    ),
  ];
  for (const [path, branch] of places) if (branch !== undefined && !branches.has(branch)) faults.push(`${path}: no branch "${branch}"`);
  if (config.calendars[config.recovery.sla.calendar] === undefined) {
    faults.push(`recovery.sla.calendar: no calendar "${config.recovery.sla.calendar}" under calendars`);
  }
  config.analyses.forEach(({ request }, i) => {
    for (const field of ['survey', 'managers', 'staff']) {
      const survey = request[field];
      if (typeof survey === 'string' && !surveys.has(survey)) faults.push(`analyses[${i}].request.${field}: no survey "${survey}"`);
    }
    const { branch } = request;
    if (typeof branch === 'string' && !branches.has(branch)) faults.push(`analyses[${i}].request.branch: no branch "${branch}"`);
  });
  return faults;
}

function deadlinesOutOfReach({ calendars, recovery: { sla } }: AmendsConfig): string[] {
  const calendar = calendars[sla.calendar];
  const late = calendar && unreachableDeadlines(sla, calendar, `${calendar.coveredYears[0]}-01-01T00:00:00Z`);
  const tooLate = (late ?? []).map(
    (duration) => `recovery.sla: ${duration} does not fit into three years of the calendar "${sla.calendar}"`,
  );
  return calendar === undefined || tooLate.length > 0 ? tooLate : slowerTiers(sla, calendar);
}

function duplicates(config: AmendsConfig): string[] {
  const lists = {
    surveys: config.surveys.map((x) => x.id),
    // A source's id is half of a feedback's identity, so the doors' own names are taken.
    sources: ['form', 'mail', ...config.sources.map((x) => x.id)],
    branches: config.branches.map((x) => x.id),
    campaigns: config.campaigns.map((x) => x.id),
    analyses: config.analyses.map((x) => x.id),
    digests: config.digests.map((x) => x.id),
    'customers.greetings': config.customers.greetings.map((x) => x.id),
    // One list: how they are doing is kept, asked for and changed under these ids.
    'webhooks and notices': [...config.webhooks, ...config.notices].map((x) => x.id),
    'recovery.agents': config.recovery.agents.map((x) => x.id),
    'recovery.teams': config.recovery.teams.map((x) => x.id),
    'recovery.departments': config.recovery.departments.map((x) => x.id),
    'recovery.causes': config.recovery.causes.map((x) => x.id),
    'recovery.remedies': config.recovery.remedies.map((x) => x.id),
    'recovery.replies': config.recovery.replies.map((x) => x.id),
  };
  return Object.entries(lists).flatMap(([name, ids]) =>
    ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${name}: the id "${id}" is used twice or reserved`),
  );
}

function unknownTimeZones(config: AmendsConfig): string[] {
  const zones = [
    ['brand.timeZone', config.brand.timeZone],
    ...Object.entries(config.calendars).map(([name, c]) => [`calendars.${name}.timeZone`, c.timeZone]),
    ...config.digests.flatMap(({ recipients = [] }, i) =>
      recipients.flatMap(({ timeZone }, n) => (timeZone === undefined ? [] : [[`digests[${i}].recipients[${n}].timeZone`, timeZone]])),
    ),
  ];
  return zones.flatMap(([path, zone]) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return [];
    } catch {
      return [`${path}: "${zone}" is not an IANA time zone, e.g. "Asia/Shanghai"`];
    }
  });
}
