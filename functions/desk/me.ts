import { operations } from '../../shared/api/operations.ts';
import { endpoint } from './endpoint.ts';
import { authorityOf } from './viewer.ts';

export const readMe = () =>
  endpoint(operations['GET /api/me'], async ({ viewer }) => {
    const { id, role, agent } = viewer;
    return { id, role, name: agent?.name, branch: agent?.branch, authority: authorityOf(viewer) };
  });
