import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { CustomerPorts } from '../../../functions/desk/customers/ports.ts';
import { callList } from '../../../shared/adapters/dynamo/care-store.ts';
import { erasureStore } from '../../../shared/adapters/dynamo/customer-erasure.ts';
import { customerFiles } from '../../../shared/adapters/dynamo/customer-files.ts';
import { feedbackWriter } from '../../../shared/adapters/dynamo/feedback-writer.ts';
import { invitationErasure } from '../../../shared/adapters/dynamo/invitation-erasure.ts';
import { feedbackItem } from '../../../shared/adapters/dynamo/items.ts';
import { keepCustomer } from '../../../shared/adapters/dynamo/keep-customer.ts';
import { customerFileKey } from '../../../shared/adapters/dynamo/keys.ts';
import { registerReader } from '../../../shared/adapters/dynamo/register-reader.ts';
import { personKeys } from '../../../shared/adapters/person-keys.ts';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import type { Feedback } from '../../../shared/domain/feedback.ts';
import type { HttpRequest } from '../../../shared/lambda/on-http.ts';
import type { DynamoForTests } from '../../engine.ts';
import { aFeedback } from '../../samples.ts';
import { body, claims, DeskWorld, NOW, parsed } from './world.ts';

export const keys = personKeys('a-key-for-tests-of-24-characters');

/** A desk whose customers, feedback and cases are in a real engine; raw mail is a set of keys. */
export class CustomersWorld extends DeskWorld {
  now = NOW;
  #heard = 0;
  readonly mails = new Set<string>();
  readonly photos = new Set<string>();
  readonly dynamo: DynamoForTests;
  readonly customerPorts: CustomerPorts;

  constructor(dynamo: DynamoForTests) {
    super();
    this.dynamo = dynamo;
    const { client, registerTable } = dynamo;
    this.customerPorts = {
      files: customerFiles(client, registerTable),
      calls: callList(client, registerTable),
      erasure: erasureStore(client, registerTable, {
        removeMail: async (rawKey) => void this.mails.delete(rawKey),
        removePhoto: async (key) => void this.photos.delete(key),
      }),
      invitations: invitationErasure(client, registerTable),
      keys: async () => keys,
    };
    Object.assign(this.ports, {
      clock: () => this.now,
      register: registerReader(client, registerTable),
      feedback: feedbackWriter(client, registerTable),
      customers: this.customerPorts,
    });
    Object.assign(this.ports.config, {
      branches: [
        { id: 'east', name: { en: 'East', 'zh-Hans': '华东' } },
        { id: 'south', name: { en: 'South', 'zh-Hans': '华南' } },
      ],
      customers: {
        tiers: [{ tier: 'vip', ordersPerYearAtLeast: 12 }],
        newForDays: 90,
        quietTimes: { from: '21:00', to: '08:00' },
        greetings: [],
        calls: [],
      },
    });
  }

  /** What stands under a key, as it is stored. */
  async item(customerKey: string): Promise<Record<string, unknown> | undefined> {
    const { pk, sk } = customerFileKey(customerKey);
    return (await this.dynamo.client.send(new GetCommand({ TableName: this.dynamo.registerTable, Key: { pk, sk } }))).Item;
  }

  put = (item: Record<string, unknown>) => this.dynamo.client.send(new PutCommand({ TableName: this.dynamo.registerTable, Item: item }));

  /** Feedback as `assess` files and stores it. */
  async hears(email: string, overrides: Partial<Feedback> = {}, name = 'Ana Silva'): Promise<{ feedback: Feedback; file: Customer }> {
    const customerKey = keys.ofAddress(email);
    this.#heard += 1;
    const externalId = `response-${customerKey}-${this.#heard}`;
    const feedback = aFeedback({ externalId, customerKey, ...overrides });
    const seen = { customerKey, email, name, language: 'en', since: feedback.receivedAt } as const;
    const file = await keepCustomer(this.dynamo.client, this.dynamo.registerTable, seen, feedback);
    await this.put(feedbackItem(feedback));
    return { feedback, file };
  }

  as(role: string, route: string, key: string | undefined, sent?: unknown, request: Partial<HttpRequest> = {}) {
    const path: Record<string, string> = key === undefined ? {} : { key };
    return this.call(route, { path, claims: claims(role, 'lin'), ...(sent === undefined ? {} : { body: body(sent) }), ...request });
  }

  async answer(role: string, route: string, key: string | undefined, sent?: unknown, request: Partial<HttpRequest> = {}) {
    return parsed(await this.as(role, route, key, sent, request));
  }
}
