import '../browser/parts/style.css';
import 'uplot/dist/uPlot.min.css';
import './style.css';
import './charts.css';
import './print.css';
import { Shell } from '../browser/parts/shell.tsx';
import { open } from '../browser/parts/signed-in.tsx';
import { followLinksWithin } from '../browser/route.ts';
import { Dashboard } from './dashboard.tsx';
import { NotAllowed } from './not-allowed.tsx';
import { language, say } from './words.ts';

followLinksWithin('/dashboard/');
open(({ me, house }) => (
  <Shell
    page="dashboard"
    title={say('title')}
    brand={house.brand.name[language]}
    who={{ name: me.name?.[language] ?? me.id, role: me.role }}
  >
    {me.role === 'agent' ? <NotAllowed /> : <Dashboard house={house} />}
  </Shell>
));
