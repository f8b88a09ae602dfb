import { useState } from 'preact/hooks';
import { useLoading } from '../../browser/loading.ts';
import { behind } from '../analyses/behind.ts';
import { ReportView } from '../analyses/report-view.tsx';
import { KINDS, requestOf, type ShownKind, surveysFor } from '../analyses/requests.ts';
import { type Analysis, type AnalysisRequest, computed, latestAnalysis } from '../ask-analysis.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSight } from '../parts/sight.ts';
import { say, speech } from '../words.ts';

/** Analyses of surveys: the latest of each kind, and how to ask for another. */
export const Analyses = () => (
  <>
    {KINDS.map((kind) => (
      <OfKind key={kind} kind={kind} />
    ))}
  </>
);

function OfKind({ kind }: { readonly kind: ShownKind }) {
  const [asked, setAsked] = useState<AnalysisRequest>();
  const key = `${kind} ${asked === undefined ? '' : JSON.stringify(asked)}`;
  const [analysis, retry] = useLoading(key, (signal) => (asked === undefined ? latestAnalysis(kind, signal) : computed(asked, signal)));
  const title = say('analysisName', { kind });
  if (asked !== undefined && analysis.state === 'loading')
    return (
      <Panel isHalf={kind !== 'ipa'} id={kind} title={title}>
        <p class="remark" role="status">
          {say('analysisRuns')}
        </p>
      </Panel>
    );
  return (
    <Loaded isHalf={kind !== 'ipa'} id={kind} title={title} loading={analysis} onRetry={retry}>
      {(found) => (
        <Panel isHalf={kind !== 'ipa'} id={kind} title={title} lead={say('analysisLead', { kind })}>
          {found === undefined && <p class="remark">{say('noAnalysis')}</p>}
          {found && <Found analysis={found} />}
          <AskFor kind={kind} onAsk={setAsked} />
        </Panel>
      )}
    </Loaded>
  );
}

function Found({ analysis: { state, failure, request, report, computedAt, basis } }: { readonly analysis: Analysis }) {
  const { house } = useSight();
  if (state !== 'done' || report === undefined || !('survey' in request))
    return <p class="remark">{say('analysisFailed', { failure: failure === 'not-computable' ? 'answers' : 'other' })}</p>;
  const survey = house.surveys.find(({ id }) => id === request.survey);
  const facts = [
    say('surveyIs', { name: survey?.title[speech.language] ?? request.survey ?? '' }),
    speech.days(request),
    basis && say('responses', { n: basis.responses }),
    computedAt && say('computedAt', { when: speech.moment(computedAt, house.brand.timeZone) }),
  ].filter((fact) => fact !== undefined && fact !== '');
  return (
    <>
      <h3>{report.title[speech.language]}</h3>
      <p class="soft">{facts.join(' · ')}</p>
      <ReportView id={`${request.kind}-${request.from}-${request.to}`} report={report} markOf={(label) => behind(label, survey, request)} />
    </>
  );
}

function AskFor({ kind, onAsk }: { readonly kind: ShownKind; readonly onAsk: (request: AnalysisRequest) => void }) {
  const { house, settings } = useSight();
  const surveys = surveysFor(kind, house);
  const [chosen, setChosen] = useState(surveys[0]?.id ?? '');
  const survey = surveys.find(({ id }) => id === chosen);
  if (survey === undefined) return <p class="soft">{say('noSurveyFor', { kind })}</p>;
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(requestOf(kind, survey, settings.days));
      }}
    >
      <label>
        {say('survey')}
        <select value={chosen} onChange={({ currentTarget: { value } }) => setChosen(value)}>
          {surveys.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[speech.language]}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{say('computeFor', { days: speech.days(settings.days) })}</button>
    </form>
  );
}
