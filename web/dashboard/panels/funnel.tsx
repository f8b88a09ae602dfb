import { Bars } from '../charts/bars.tsx';
import { funnelBars, funnelTable } from '../charts/funnel.ts';
import type { CaseFigures } from '../figures.ts';
import { Panel } from '../parts/panel.tsx';
import { markIn, useSight } from '../parts/sight.ts';
import { say, speech } from '../words.ts';

/** What became of unhappy customers, step by step. */
export function Funnel({ cases }: { readonly cases: CaseFigures }) {
  const mark = markIn(useSight());
  const { funnel, after } = cases;
  if (funnel.unhappy === 0 && funnel.complaints === 0)
    return (
      <Panel isHalf id="funnel" title={say('funnel')}>
        <p class="remark">{say('nobodyUnhappy')}</p>
      </Panel>
    );
  return (
    <Panel isHalf id="funnel" title={say('funnel')} lead={say('funnelLead')} table={funnelTable(funnel, mark, speech)}>
      <Bars name={say('funnel')} bars={funnelBars(funnel, mark, speech)} />
      <p>
        {after.share
          ? say('satisfiedAfter', {
              value: speech.text(after.share.value, 'share'),
              range: speech.range(after.share.low, after.share.high, 'share'),
              n: after.told,
            })
          : say('fewToldAfter', { n: after.told })}
      </p>
    </Panel>
  );
}
