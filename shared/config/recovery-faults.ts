import type { AmendsConfig } from './schema.ts';

/** What in the recovery part names something that is not there, or promises more than anybody may give. */
export function recoveryFaults({ recovery, branches }: Pick<AmendsConfig, 'recovery' | 'branches'>): string[] {
  return [
    ...slaFaults(recovery),
    ...teamFaults(recovery, branches),
    ...remedyFaults(recovery),
    ...winBackFaults(recovery),
    ...replyFaults(recovery),
    ...authorityFaults(recovery, branches),
  ];
}

/** The acknowledgement tells the customer by when it is to be settled: without that there is nothing to hold us to. */
const slaFaults = ({ sla }: AmendsConfig['recovery']): string[] =>
  sla.deadlines.solution === undefined ? ['recovery.sla.deadlines.solution: expected a time by which cases are to be solved'] : [];

function teamFaults({ agents, teams }: AmendsConfig['recovery'], branches: AmendsConfig['branches']): string[] {
  const ids = new Set(agents.map(({ id }) => id));
  return teams.flatMap(({ members, head, branch }, i) => [
    ...members.flatMap((id, j) => (ids.has(id) ? [] : [`recovery.teams[${i}].members[${j}]: no agent "${id}"`])),
    ...(ids.has(head) ? [] : [`recovery.teams[${i}].head: no agent "${head}"`]),
    ...(branch === undefined || branches.some(({ id }) => id === branch) ? [] : [`recovery.teams[${i}].branch: no branch "${branch}"`]),
  ]);
}

function remedyFaults({ remedies, causes, brokenPromiseRemedy, authority }: AmendsConfig['recovery']): string[] {
  const known = new Set(causes.map(({ id }) => id));
  const faults = remedies.flatMap((remedy, i) =>
    (remedy.causes ?? []).flatMap((id, j) => (known.has(id) ? [] : [`recovery.remedies[${i}].causes[${j}]: no cause "${id}"`])),
  );
  if (brokenPromiseRemedy === undefined) return faults;
  const remedy = remedies.find(({ id }) => id === brokenPromiseRemedy);
  if (remedy === undefined) faults.push(`recovery.brokenPromiseRemedy: no remedy "${brokenPromiseRemedy}"`);
  else if ((remedy.amount ?? 0) > authority.limits.agent) {
    faults.push(
      `recovery.brokenPromiseRemedy: it is given without asking, so its amount must be within authority.limits.agent (${authority.limits.agent})`,
    );
  }
  return faults;
}

function winBackFaults({ winBack, remedies, authority }: AmendsConfig['recovery']): string[] {
  if (winBack?.remedy === undefined) return [];
  const remedy = remedies.find(({ id }) => id === winBack.remedy);
  if (remedy === undefined) return [`recovery.winBack.remedy: no remedy "${winBack.remedy}"`];
  return (remedy.amount ?? 0) > authority.limits.agent
    ? [
        `recovery.winBack.remedy: it is given without asking, so its amount must be within authority.limits.agent (${authority.limits.agent})`,
      ]
    : [];
}

const replyFaults = ({ replies, causes }: AmendsConfig['recovery']): string[] =>
  replies.flatMap((reply, i) =>
    (reply.causes ?? []).flatMap((id, j) =>
      causes.some((cause) => cause.id === id) ? [] : [`recovery.replies[${i}].causes[${j}]: no cause "${id}"`],
    ),
  );

function authorityFaults(
  { authority: { currency, limits, monthlyBudgets } }: AmendsConfig['recovery'],
  branches: AmendsConfig['branches'],
): string[] {
  const faults: string[] = [];
  if (!Intl.supportedValuesOf('currency').includes(currency))
    faults.push(`recovery.authority.currency: "${currency}" is not a currency of ISO 4217`);
  if (limits.agent > limits.head || limits.head > limits.manager) faults.push('recovery.authority.limits: expected agent ≤ head ≤ manager');
  for (const branch of Object.keys(monthlyBudgets ?? {})) {
    if (branch !== 'default' && !branches.some(({ id }) => id === branch))
      faults.push(`recovery.authority.monthlyBudgets.${branch}: no branch "${branch}"`);
  }
  return faults;
}
