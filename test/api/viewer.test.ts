import { describe, expect, it } from 'vitest';
import { ROLES, staffRoutes } from '../../shared/api/routes.ts';
import { authorityOf, viewerOf } from '../../shared/api/viewer.ts';
import { AmendsError } from '../../shared/domain/errors.ts';
import { DeskWorld } from '../functions/desk/world.ts';
import { InspectWorld } from '../functions/inspect/world.ts';
import { StudyWorld } from '../functions/study/world.ts';

const agents = new DeskWorld().ports.config.recovery.agents;
const protectedRoutes = staffRoutes.filter((route) => route.access === 'protected');

const worldOf = (by: (typeof protectedRoutes)[number]['by']) =>
  ({ desk: new DeskWorld(), study: new StudyWorld(), inspect: new InspectWorld() })[by];

describe('the role of a token (P29)', () => {
  it.each([
    ['as API Gateway flattens it', '[agent manager]'],
    ['as one word', 'manager'],
    ['with commas', '[agent, manager]'],
    ['as the array it was', ['agent', 'manager', 'others']],
  ])('is the highest of its groups, %s', (_, groups) => {
    expect(viewerOf({ 'cognito:groups': groups, username: 'lin' }, 'agent', agents).role).toBe('manager');
  });

  it.each([undefined, '', '[]', '[managers]', 42, ['agents']])('is none for groups %j, and says which is needed', (groups) => {
    expect(() => viewerOf({ 'cognito:groups': groups, username: 'lin' }, 'agent', agents)).toThrow(/role "agent"; the token has none/);
  });

  it('opens exactly the routes that list it, on every route', async () => {
    for (const { route, role, by } of protectedRoutes) {
      for (const held of ROLES) {
        const claims = { 'cognito:groups': held, username: 'lin' };
        const outcome: unknown = await worldOf(by)
          .call(route, { claims })
          .catch((error: unknown) => error);
        const refusal = outcome instanceof AmendsError && outcome.status === 403 ? outcome.message : undefined;
        const isAllowed = ROLES.indexOf(held) >= ROLES.indexOf(role);
        expect([route, held, refusal]).toEqual([route, held, isAllowed ? undefined : expect.stringContaining(`"${role}"`)]);
      }
    }
  });
});

describe('the person behind a token', () => {
  const claims = { 'cognito:groups': 'agent', sub: '0a1b2c' };
  it('is the agent of the config whose id the account has', () => {
    expect(viewerOf({ ...claims, 'cognito:username': 'morgan' }, 'agent', agents)).toMatchObject({
      id: 'morgan',
      agent: { branch: 'east' },
    });
  });

  it('is the agent whose address the account has, but only where that was verified', () => {
    const account = { ...claims, username: 'mr', email: 'morgan@example.com' };
    expect(viewerOf({ ...account, email_verified: 'true' }, 'agent', agents).id).toBe('morgan');
    expect(viewerOf(account, 'agent', agents)).toEqual({ id: 'mr', role: 'agent', agent: undefined });
  });

  it('is the account itself otherwise, by a name that may stand in the record', () => {
    expect(viewerOf({ ...claims, username: 'has spaces in it' }, 'agent', agents).id).toBe('0a1b2c');
    expect(() => viewerOf({ 'cognito:groups': 'agent' }, 'agent', agents)).toThrow(/names nobody/);
  });
});

describe('how much somebody may promise (R5)', () => {
  const viewer = (groups: string, username: string) => viewerOf({ 'cognito:groups': groups, username }, 'agent', agents);

  it.each([
    ['agent', 'lin', 'agent'],
    ['agent', 'chen', 'head'],
    ['agent', 'zhao', 'manager'],
    ['manager', 'lin', 'manager'],
    ['admin', 'root', 'manager'],
    ['agent', 'nobody-of-the-config', 'agent'],
  ])('with the role %s, %s may what a %s may', (groups, username, authority) => {
    expect(authorityOf(viewer(groups, username))).toBe(authority);
  });
});
