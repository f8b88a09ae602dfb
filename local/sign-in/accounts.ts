import { ROLES, type Role } from '../../shared/api/routes.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { Localized } from '../../shared/domain/language.ts';

/** Somebody whom the local sign-in lets one be: an agent of the config, or nobody in particular with a role. */
export interface Account {
  /** E.g. `agent:lin` or `role:manager`. */
  readonly id: string;
  readonly name: Localized;
  readonly role: Role;
  /** Absent for those who are of no config. */
  readonly email?: string;
  readonly claims: Readonly<Record<string, string>>;
}

const NAMES: Readonly<Record<Role, Localized>> = {
  agent: { en: 'An agent', 'zh-Hans': '一位客服' },
  manager: { en: 'A manager', 'zh-Hans': '一位主管' },
  admin: { en: 'An administrator', 'zh-Hans': '一位管理员' },
};

/** First the agents of the config with what they may do, then each role by itself. */
export function accountsOf({ recovery: { agents } }: Pick<AmendsConfig, 'recovery'>): readonly Account[] {
  return [
    ...agents.map(({ id, name, email, authority }): Account => {
      // Heads of teams promise more, but see what agents see.
      const role = authority === 'manager' ? 'manager' : 'agent';
      return { id: `agent:${id}`, name, role, email, claims: { sub: id, 'cognito:username': id, email } };
    }),
    ...ROLES.map((role): Account => ({ id: `role:${role}`, name: NAMES[role], role, claims: {} })),
  ];
}
