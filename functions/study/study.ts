import { type StudyRoute, studyRoutes } from '../../shared/api/routes.ts';
import { type Endpoint, serveStaff } from '../../shared/lambda/endpoint.ts';
import type { HttpRequest, HttpResponse } from '../../shared/lambda/on-http.ts';
import { analysisEndpoints } from './analyses.ts';
import { campaignEndpoints } from './campaigns.ts';
import { enterFeedback } from './enter-feedback.ts';
import { importAnswers } from './import-answers.ts';
import type { StudyPorts } from './ports.ts';

/** The HTTP API of surveys: what staff enter and bring in, whom campaigns ask, and what is found in the answers. */
export function study(ports: StudyPorts): (request: HttpRequest) => Promise<HttpResponse> {
  const endpoints: Readonly<Record<StudyRoute, Endpoint>> = {
    'POST /api/feedback': enterFeedback(ports),
    'POST /api/answers': importAnswers(ports),
    ...campaignEndpoints(ports),
    ...analysisEndpoints(ports),
  };
  return serveStaff(studyRoutes, endpoints, { agents: ports.config.recovery.agents, clock: ports.clock });
}
