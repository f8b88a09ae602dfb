import type { AnswerFigures } from '../answer-figures.ts';
import { Bars } from '../charts/bars.tsx';
import { distributionsOf, distributionTable } from '../charts/distributions.ts';
import type { View } from '../figures.ts';
import { MarkLink } from '../parts/mark-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { markIn, useSight } from '../parts/sight.ts';
import { say, speech } from '../words.ts';

/** Which answers were given how often. */
export function Distributions({ view: { figures } }: { readonly view: View }) {
  const mark = markIn(useSight());
  if (figures === undefined) return null;
  const all = distributionsOf(figures, mark, speech);
  if (all.length === 0) return null;
  return (
    <Panel id="distribution" title={say('distribution')} lead={say('distributionLead')} table={distributionTable(figures, mark, speech)}>
      <div class="columns">
        {all.map(({ id, n, bars }) => (
          <div key={id}>
            <h3>
              {say('scaleName', { id })} <span class="soft">{say('nOf', { n })}</span>
            </h3>
            {id === 'nps' && <NpsGroups nps={figures.nps} />}
            <Bars bars={bars} name={say('scaleName', { id })} />
          </div>
        ))}
      </div>
    </Panel>
  );
}

/** Promoters, passives and detractors: what the score is made of. */
function NpsGroups({ nps }: { readonly nps: AnswerFigures['nps'] }) {
  const sight = useSight();
  const groups = [
    { band: 'promoter', count: nps.promoters, tone: 'good' },
    { band: 'passive', count: nps.passives, tone: 'plain' },
    { band: 'detractor', count: nps.detractors, tone: 'bad' },
  ] as const;
  return (
    <ul class="groups">
      {groups.map(({ band, count, tone }) => {
        const words = say('npsGroup', { band, n: count, share: speech.text(count / nps.n, 'share') });
        return (
          <li key={band} class={tone}>
            <span class="swatch" aria-hidden="true" />
            {count === 0 ? words : <MarkLink mark={markIn(sight, { band })}>{words}</MarkLink>}
          </li>
        );
      })}
    </ul>
  );
}
