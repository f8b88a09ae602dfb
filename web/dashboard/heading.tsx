import { dashboardHeadline } from '../../shared/domain/metrics/headline.ts';
import type { View } from './figures.ts';
import { chosenIn } from './filters.ts';
import { nameOf } from './names.ts';
import { useSight } from './parts/sight.ts';
import { language, say, speech } from './words.ts';

/** What the figures come to in words, and of which days and whom they are. It stands on paper too. */
export function Heading({ view }: { readonly view: View | undefined }) {
  const { house, settings } = useSight();
  const filters = chosenIn(settings.filters).map(([dimension, value]) =>
    say('filterIs', { name: say('dimensionName', { dimension }), value: nameOf(dimension, value, house, speech) }),
  );
  const { timeZone } = house.brand;
  return (
    <div class="heading">
      {view && <Headline view={view} />}
      <p class="soft">{[say('daysOfZone', { days: speech.days(settings.days), timeZone }), ...filters].join(' · ')}</p>
      {view?.previous && <p class="soft">{say('comparedWith', { days: speech.days(view.previous) })}</p>}
      {view && <Remarks view={view} />}
      {settings.unknown.length > 0 && (
        <p class="remark">{say('unknownFilters', { list: settings.unknown.map(({ value }) => `“${value}”`).join(' ') })}</p>
      )}
    </div>
  );
}

function Headline({ view: { figures, changes, previous, isPartial } }: { readonly view: View }) {
  if (figures === undefined || figures.n === 0) return null;
  const nBefore = previous?.figures.n;
  const { headline, lead } = dashboardHeadline({ figures, changes, isPartial, ...(nBefore !== undefined && { nBefore }) }, language);
  return (
    <>
      <p class="headline">{headline}</p>
      <p>{lead}</p>
    </>
  );
}

function Remarks({ view: { isPartial, source, at } }: { readonly view: View }) {
  const { house } = useSight();
  const when = speech.moment(at, house.brand.timeZone);
  return (
    <>
      <p class="soft">{say(source === 'exact' ? 'readAt' : 'fromFiles', { when })}</p>
      {isPartial && <p class="remark">{say('dayRuns')}</p>}
    </>
  );
}
