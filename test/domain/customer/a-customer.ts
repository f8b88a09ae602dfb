import type { ChangeContext } from '../../../shared/domain/customer/change.ts';
import type { Customer } from '../../../shared/domain/customer/file.ts';

export const NOW = '2026-11-23T02:00:00.000Z';

/** A customer's file as a first feedback makes it; hand in what the test is about. */
export const aCustomer = (overrides: Partial<Customer> = {}): Customer => ({
  customerKey: 'address-ana@example.com',
  email: 'ana@example.com',
  name: 'Ana Silva',
  language: 'en',
  since: '2026-01-10T08:00:00.000Z',
  ...overrides,
});

/** Keys that can be read: in production they are keyed hashes. */
export const context: ChangeContext = {
  by: 'agent:lin',
  now: NOW,
  keys: {
    ofAddress: (address) => `address-${address.trim().toLowerCase()}`,
    ofOwnId: (ownId) => `own-id-${ownId}`,
    ofPhone: (phone) => `phone-${phone.replace(/[^\d+]/g, '')}`,
  },
};
