import type { Language, Localized } from '../../language.ts';

/** Names of the house for ids in the statistics, in one language. An id that the config no longer has stands for itself. */
export interface Names {
  department(id: string | undefined): string;
  cause(id: string | undefined): string;
  product(name: string | undefined): string;
  owner(id: string | undefined): string;
  team(id: string | undefined): string;
}

interface Named {
  readonly id: string;
  readonly name: Localized;
}

/** What the config knows. */
export interface House {
  readonly departments: readonly Named[];
  readonly causes: readonly Named[];
  readonly agents: readonly Named[];
  readonly teams: readonly Named[];
}

const NONE = {
  en: { undecided: 'not decided', product: 'no product named', team: 'no team' },
  'zh-Hans': { undecided: '未定责', product: '未注明产品', team: '无团队' },
} as const satisfies Record<Language, unknown>;

export function namesOf({ departments, causes, agents, teams }: House, language: Language): Names {
  const none = NONE[language];
  const of = (list: readonly Named[], absent: string) => {
    const names = new Map(list.map(({ id, name }) => [id, name[language]]));
    return (id: string | undefined) => (id === undefined ? absent : (names.get(id) ?? id));
  };
  return {
    department: of(departments, none.undecided),
    cause: of(causes, none.undecided),
    product: (name) => name ?? none.product,
    owner: of(agents, none.undecided),
    team: of(teams, none.team),
  };
}
