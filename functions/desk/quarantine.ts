import { operations } from '../../shared/api/operations.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import { excerptOf } from './excerpt.ts';
import type { DeskPorts } from './ports.ts';

/** What was kept aside, newest first, for a manager to judge. */
export const listQuarantine = ({ register }: DeskPorts) =>
  endpoint(operations['GET /api/quarantine'], async ({ query }) => {
    const { items, cursor } = await register.quarantined(query);
    return { items: items.map((item) => ({ ...item, received: { ...item.received, ...excerptOf(item.received.comment) } })), cursor };
  });
