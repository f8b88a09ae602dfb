import { Nothing } from '../browser/parts/states.tsx';
import { say } from './words.ts';

/** Figures are for managers; agents have the desk. */
export const NotAllowed = () => (
  <>
    <h1>{say('title')}</h1>
    <Nothing>
      <p>{say('notAllowed')}</p>
      <a class="button" href="/desk/">
        {say('toDesk')}
      </a>
    </Nothing>
  </>
);
