import { act } from '../../functions/act/act.ts';
import type { ActHouse, ActPorts, MailLinks } from '../../functions/act/ports.ts';
import { type AssessPorts, assess, type Outcome } from '../../functions/assess/assess.ts';
import { sweep } from '../../functions/sweep/sweep.ts';
import { actionStore } from '../../shared/adapters/dynamo/action-store.ts';
import { caseStore } from '../../shared/adapters/dynamo/case-store.ts';
import { feedbackRegister } from '../../shared/adapters/dynamo/feedback-register.ts';
import { invitationOutcomes } from '../../shared/adapters/dynamo/invitation-register.ts';
import { invitationDesk } from '../../shared/adapters/dynamo/invitation-store.ts';
import { registerReader } from '../../shared/adapters/dynamo/register-reader.ts';
import { contentHash, customerKeyOf, feedbackId } from '../../shared/adapters/ids.ts';
import config from '../../shared/config/current.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import type { InviteMessage } from '../../shared/domain/campaign/message.ts';
import type { FeedbackReceived } from '../../shared/domain/feedback.ts';
import type { OutgoingMail } from '../../shared/ports.ts';
import type { DynamoForTests } from '../engine.ts';
import { MortalProcess } from '../faults.ts';
import { understand } from '../understand.ts';

const settings = {
  ...recoverySettings(config),
  rules: config.recovery.rules,
  topicPhrases: {},
  tierSettings: config.customers,
  joinsOpenCase: true,
};
const house: Omit<ActHouse, 'mailsPerDay'> = {
  brandName: config.brand.name,
  timeZone: config.brand.timeZone,
  defaultLanguage: config.brand.defaultLanguage,
  agents: config.recovery.agents,
  remedies: config.recovery.remedies,
  departments: config.recovery.departments,
  causes: config.recovery.causes,
  authority: config.recovery.authority,
  mailTexts: undefined,
  quietTimes: config.customers.quietTimes,
  greetings: config.customers.greetings,
  campaigns: config.campaigns,
  contactRules: config.contactRules,
  settings,
};

const links: MailLinks = {
  status: async (id) => `https://example.com/s/${id}`,
  offer: async (number, id) => `https://example.com/o/${number}.${id}`,
  followUp: async (number, { round, n }) => `https://example.com/r/${number}.${round}.${n}`,
  replyAddress: async (number) => `feedback+c${number}@example.com`,
  unsubscribe: async (key) => `https://example.com/u/${key}`,
  answer: async (id) => `https://example.com/a/${id}`,
};

/** An unhappy customer who may be written to, unless the test says otherwise. */
export function received(externalId: string, overrides: Partial<FeedbackReceived> = {}): FeedbackReceived {
  return {
    id: feedbackId('form', externalId),
    source: 'form',
    channel: 'form',
    externalId,
    revision: 0,
    receivedAt: '2026-11-23T02:00:00.000Z',
    survey: 'service',
    answers: [{ question: 'satisfaction', metric: 'csat', value: 1, min: 1, max: 5 }],
    reasons: [],
    comment: 'The parcel came two weeks late and nobody answered my calls.',
    customer: { email: `${externalId}@example.com`, name: 'Ada Example', hasConsented: true },
    ...overrides,
  };
}

/** The middle of the pipeline on a real engine, with a clock to move, queues to look into and processes that can die. */
export function recoveryWorld(dynamo: DynamoForTests, options: { mailsPerDay?: number } = {}) {
  const world = {
    time: '2026-11-23T02:00:10.000Z',
    queued: new Set<string>(),
    mails: [] as OutgoingMail[],
    inviting: [] as InviteMessage[],
    warnings: [] as string[],
    reader: registerReader(dynamo.client, dynamo.registerTable),
    store: actionStore(dynamo.client, dynamo.registerTable),

    advance(milliseconds: number) {
      world.time = new Date(Date.parse(world.time) + milliseconds).toISOString();
    },

    assess(feedback: FeedbackReceived, process = new MortalProcess(), overrides: Partial<AssessPorts> = {}): Promise<Outcome> {
      const ports: AssessPorts = {
        register: feedbackRegister(process.dynamo(dynamo.client), dynamo.registerTable),
        actions: { send: (ids) => process.run(async () => ids.forEach((id) => void world.queued.add(id))) },
        now: () => world.time,
        customerKeyOf: (address) => customerKeyOf(address, 'a key of the tests'),
        contentHash,
        understand,
        warn: (message) => void world.warnings.push(message),
        ...overrides,
      };
      return assess(feedback, ports, settings);
    },

    act(actionId: string, process = new MortalProcess(), overrides: Partial<ActPorts> = {}) {
      const ports: ActPorts = {
        store: actionStore(process.dynamo(dynamo.client), dynamo.registerTable),
        mailer: {
          send: (mail) =>
            process.run(async () => {
              world.mails.push(mail);
              return `ses-${world.mails.length}`;
            }),
        },
        cases: caseStore(process.dynamo(dynamo.client), dynamo.registerTable, () => world.time),
        actions: { send: (ids) => process.run(async () => ids.forEach((id) => void world.queued.add(id))) },
        links,
        invitations: invitationOutcomes(process.dynamo(dynamo.client), dynamo.registerTable),
        inviting: { send: (messages) => process.run(async () => void world.inviting.push(...messages)) },
        survey: invitationDesk(process.dynamo(dynamo.client), dynamo.registerTable).survey,
        now: () => world.time,
        warn: (message) => void world.warnings.push(message),
        ...overrides,
      };
      return act(actionId, ports, { ...house, mailsPerDay: options.mailsPerDay ?? 5 });
    },

    /** A sweep, as a minute later. */
    async sweep(process = new MortalProcess()) {
      const store = actionStore(process.dynamo(dynamo.client), dynamo.registerTable);
      return sweep(world.time, store, { send: (ids) => process.run(async () => ids.forEach((id) => void world.queued.add(id))) });
    },

    /** Everything that is queued is done; what fails is left for the next sweep, as a queue would. */
    async drain(limit = 20) {
      for (let round = 0; round < limit; round += 1) {
        world.advance(6 * 60_000);
        await world.sweep();
        const ids = [...world.queued];
        world.queued.clear();
        if (ids.length === 0) return;
        for (const id of ids) await world.act(id);
      }
      throw new Error(`still something due after ${limit} rounds`);
    },
  };
  return world;
}
