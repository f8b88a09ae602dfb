import { operations } from '../../shared/api/operations.ts';
import { endpoint } from './endpoint.ts';

export const readMe = () =>
  endpoint(operations['GET /api/me'], async ({ viewer: { id, role, agent } }) => ({ id, role, name: agent?.name, branch: agent?.branch }));
