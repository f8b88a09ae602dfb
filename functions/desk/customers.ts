import { correctCustomer, mergeCustomers, recordConsent } from './customers/change.ts';
import { eraseCustomer } from './customers/erase.ts';
import { exportCustomer } from './customers/export.ts';
import { importCustomers } from './customers/import.ts';
import { findCustomers, readCustomer, readHistory, readLooks } from './customers/read.ts';
import type { DeskPorts } from './ports.ts';

/** The routes of customers' files (R16, R17, promise 35). */
export const customerEndpoints = (ports: DeskPorts) => ({
  'POST /api/customers/find': findCustomers(ports),
  'POST /api/customers/import': importCustomers(ports),
  'GET /api/customers/{key}': readCustomer(ports),
  'GET /api/customers/{key}/history': readHistory(ports),
  'GET /api/customers/{key}/looks': readLooks(ports),
  'GET /api/customers/{key}/export': exportCustomer(ports),
  'POST /api/customers/{key}/correct': correctCustomer(ports),
  'POST /api/customers/{key}/consent': recordConsent(ports),
  'POST /api/customers/{key}/merge': mergeCustomers(ports),
  'POST /api/customers/{key}/erase': eraseCustomer(ports),
});
