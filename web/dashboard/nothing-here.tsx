import { Nothing } from '../browser/parts/states.tsx';
import { go, withQuery } from '../browser/route.ts';
import { HIDDEN_BELOW } from './figures.ts';
import { chosenIn } from './filters.ts';
import { useSight } from './parts/sight.ts';
import { noFilters } from './settings.ts';
import { language, say } from './words.ts';

/** No answers on these days: of these filters, of anybody, or ever. */
export function NothingHere({ hadBefore }: { readonly hadBefore: boolean }) {
  const { house, settings } = useSight();
  if (chosenIn(settings.filters).length > 0)
    return (
      <Nothing>
        <p>{say('nothingForFilter')}</p>
        <button type="button" onClick={() => go(withQuery(noFilters()))}>
          {say('clearFilters')}
        </button>
      </Nothing>
    );
  return (
    <Nothing>
      <p>{say(hadBefore ? 'nothingOnDays' : 'nothingYet')}</p>
      <p>{say('sendTest')}</p>
      <ul>
        {house.surveys.map(({ id, title }) => (
          <li key={id}>
            <a href={`/f/${encodeURIComponent(id)}`} target="_blank" rel="noopener">
              {title[language]}
            </a>
          </li>
        ))}
      </ul>
    </Nothing>
  );
}

/** So few answers that single persons could be told from them. */
export const Hidden = () => (
  <Nothing>
    <p>{say('hiddenGroup', { count: HIDDEN_BELOW })}</p>
  </Nothing>
);
