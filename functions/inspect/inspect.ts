import { type InspectRoute, inspectRoutes } from '../../shared/api/routes.ts';
import { type Endpoint, serveStaff } from '../../shared/lambda/endpoint.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { deadLetterEndpoints } from './dead-letters.ts';
import { outgoingEndpoints } from './deliveries.ts';
import { readHouse } from './house.ts';
import { readMailOf } from './mail.ts';
import { readPhotosOf } from './photos.ts';
import type { InspectPorts } from './ports.ts';
import { quarantineEndpoints } from './quarantine.ts';

/** The HTTP API of looking closer: what the house is made of, mails as they came, what goes out to others, and what was kept aside or given up. */
export function inspect(ports: InspectPorts): (request: HttpRequest) => Promise<HttpResponse> {
  const endpoints: Readonly<Record<InspectRoute, Endpoint>> = {
    'GET /api/house': readHouse(ports),
    'GET /api/feedback/{id}/mail': readMailOf(ports),
    'GET /api/feedback/{id}/photos': readPhotosOf(ports),
    ...outgoingEndpoints(ports),
    ...quarantineEndpoints(ports),
    ...deadLetterEndpoints(ports),
  };
  return serveStaff(inspectRoutes, endpoints, { agents: ports.config.recovery.agents, clock: ports.clock });
}
