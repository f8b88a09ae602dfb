import type { CampaignPorts } from '../../../functions/study/ports.ts';
import type { Invitation } from '../../../shared/domain/campaign/invitation.ts';
import type { InviteMessage } from '../../../shared/domain/campaign/message.ts';
import { answered } from '../../../shared/domain/campaign/progress.ts';
import type { CampaignRun } from '../../../shared/domain/campaign/run.ts';
import { isSame } from '../../../shared/domain/customer/change.ts';
import { conflict } from '../../../shared/domain/errors.ts';
import type { Survey } from '../../../shared/domain/survey/survey.ts';

/** Campaigns in memory, as strict as the table: versions are checked before anything is written. */
export class CampaignMemory implements CampaignPorts {
  readonly started = new Map<string, CampaignRun>();
  readonly kept = new Map<string, Survey>();
  readonly invited = new Map<string, Invitation>();
  readonly queued: InviteMessage[] = [];
  isQueueDown = false;

  readonly runs: CampaignPorts['runs'] = {
    run: async (campaign) => this.started.get(campaign),
    keepRun: async (next, seen) => {
      if (this.started.get(next.campaign)?.version !== seen?.version) throw conflict('Somebody else started it.');
      this.started.set(next.campaign, next);
    },
    keepSurvey: async (survey) => {
      const name = `${survey.id} ${survey.version}`;
      const standing = this.kept.get(name);
      this.kept.set(name, standing ?? survey);
      return standing === undefined || isSame(standing, survey) ? 'kept' : 'differs';
    },
    invitations: async (campaign, state) => ({
      items: [...this.invited.values()].filter((one) => one.campaign === campaign && one.state === state),
    }),
  };

  readonly invitations: CampaignPorts['invitations'] = {
    invitation: async (id) => this.invited.get(id),
    answer: async (seen, draft, now) => this.put(answered(seen, draft, now), seen),
    survey: async (id, version) => this.kept.get(`${id} ${version}`),
  };

  readonly queue: CampaignPorts['queue'] = {
    send: async (messages) => {
      if (this.isQueueDown) throw new Error('the queue is down');
      this.queued.push(...messages);
    },
  };

  private put(next: Invitation, seen: Invitation): Invitation | 'changed-meanwhile' {
    if (this.invited.get(seen.id)?.version !== seen.version) return 'changed-meanwhile';
    this.invited.set(next.id, next);
    return next;
  }
}
