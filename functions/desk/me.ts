import { operations } from '../../shared/api/operations.ts';
import { authorityOf } from '../../shared/api/viewer.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';

export const readMe = () =>
  endpoint(operations['GET /api/me'], async ({ viewer }) => {
    const { id, role, agent } = viewer;
    return { id, role, name: agent?.name, branch: agent?.branch, authority: authorityOf(viewer) };
  });
