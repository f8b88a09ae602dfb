import { api, ask } from '../../browser/api/client.ts';
import type { Paths } from '../../browser/api/paths.ts';
import { useLoading } from '../../browser/loading.ts';
import { dayIn } from '../days.ts';
import { nameOf } from '../names.ts';
import { Loaded } from '../parts/loaded.tsx';
import { MarkLink } from '../parts/mark-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSight } from '../parts/sight.ts';
import { say, speech } from '../words.ts';

type AlarmPage = Paths['/api/alarms']['get']['responses'][200]['content']['application/json'];
type Alarm = AlarmPage['items'][number];

/** So many are shown, the newest first. */
const SHOWN = 5;

/** Topics that rose beyond chance. */
export function Alarms() {
  const [alarms, retry] = useLoading('alarms', (signal) => ask(api.GET('/api/alarms', { params: { query: { limit: SHOWN } }, signal })));
  return (
    <Loaded isHalf id="alarms" title={say('alarms')} loading={alarms} onRetry={retry}>
      {({ items, watch }) => (
        <Panel isHalf id="alarms" title={say('alarms')} lead={say('alarmsLead', { rate: watch.falseAlarmsPerYear })} isUnfiltered>
          {!watch.isWatching && <p class="remark">{say('notWatching', { have: watch.historyDays, need: watch.neededDays })}</p>}
          {watch.isWatching && items.length === 0 && <p>{say('noAlarms')}</p>}
          <ul class="alarms">
            {items.map((alarm) => (
              <Raised key={alarm.id} alarm={alarm} />
            ))}
          </ul>
        </Panel>
      )}
    </Loaded>
  );
}

function Raised({ alarm: { at, topic, from, to, count, expected } }: { readonly alarm: Alarm }) {
  const { house } = useSight();
  const { timeZone } = house.brand;
  const [first, last] = [from, to].map((instant) => dayIn(timeZone, Date.parse(instant)));
  const name = nameOf('topic', topic, house, speech);
  return (
    <li>
      <time dateTime={at}>{speech.moment(at, timeZone)}</time>{' '}
      <MarkLink mark={{ from: first ?? '', to: last ?? '', topic, unhappy: 'true' }}>{name}</MarkLink>{' '}
      {say('alarmSays', { count, expected: speech.text(expected, 'points') })}
    </li>
  );
}
