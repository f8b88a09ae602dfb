import type { StudyPorts } from '../../../functions/study/ports.ts';
import { study } from '../../../functions/study/study.ts';
import { analysisId } from '../../../shared/adapters/analysis-id.ts';
import config from '../../../shared/config/current.ts';
import { type AnalysisDocument, type AnalysisRequest, surveyOf } from '../../../shared/domain/analytics/analysis/request.ts';
import { FeedbackReceived } from '../../../shared/domain/feedback.ts';
import type { Tally } from '../../../shared/domain/metrics/tally.ts';
import type { HttpRequest, HttpResponse } from '../../../shared/lambda/on-http.ts';
import { filesInMemory } from '../../column-files-in-memory.ts';
import { agents, claims, NOW } from '../desk/world.ts';
import { CampaignMemory } from './campaign-memory.ts';

/** Campaigns, column files and queues in memory, and `study` before them. */
export class StudyWorld {
  readonly store = filesInMemory().store;
  readonly documents = new Map<string, AnalysisDocument>();
  /** Analyses that were asked for, and feedback that was queued. */
  readonly sent: AnalysisRequest[] = [];
  readonly received: FeedbackReceived[] = [];
  isQueueDown = false;
  readonly campaigns = new CampaignMemory();
  readonly series = new Map<string, { start: string; tally: Tally }[]>();

  readonly ports: StudyPorts = {
    files: this.store,
    analyses: {
      put: async (document) => void this.documents.set(document.id, document),
      get: async (id) => this.documents.get(id),
      newest: async (limit, of) =>
        [...this.documents.values()]
          .filter(
            ({ request }) => of === undefined || (request.kind === of.kind && (of.survey === undefined || surveyOf(request) === of.survey)),
          )
          .slice(0, limit),
    },
    queue: { send: async (asked) => void this.sent.push(asked) },
    idOf: analysisId,
    intake: {
      send: async (received) => {
        if (this.isQueueDown) throw new Error('the queue is down');
        this.received.push(FeedbackReceived.parse(received));
      },
      sendAll: async (all) => {
        if (this.isQueueDown) return all.map(({ id }) => id);
        this.received.push(...all.map((received) => FeedbackReceived.parse(received)));
        return [];
      },
    },
    campaigns: this.campaigns,
    figures: { series: async (dimension) => this.series.get(dimension) ?? [] },
    clock: () => NOW,
    newId: () => `id-${this.received.length + 1}`,
    config: {
      brand: {
        name: { en: 'Example', 'zh-Hans': '示例' },
        timeZone: 'Asia/Shanghai',
        defaultLanguage: 'en',
        mailFrom: 'care@example.com',
      },
      branches: [
        { id: 'east', name: { en: 'East', 'zh-Hans': '华东' } },
        { id: 'south', name: { en: 'South', 'zh-Hans': '华南' } },
      ],
      surveys: config.surveys,
      campaigns: config.campaigns,
      recovery: { agents },
    },
  };

  call(route: string, request: Partial<HttpRequest> = {}): Promise<HttpResponse> {
    return study(this.ports)({
      method: route.split(' ')[0] ?? '',
      route,
      origin: 'https://desk.example.com',
      headers: { 'content-type': 'application/json' },
      path: {},
      query: {},
      body: Buffer.alloc(0),
      claims: claims('agent'),
      ...request,
    });
  }
}
