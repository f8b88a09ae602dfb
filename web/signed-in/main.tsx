import '../browser/parts/style.css';
import { render } from 'preact';
import { say } from '../browser/common-words.ts';
import { currentLanguage } from '../browser/language.ts';
import { finishSignIn, signIn } from '../browser/session.ts';

const root = document.querySelector('#page');
if (root === null) throw new Error('expected an element #page in the document');
document.documentElement.lang = currentLanguage();
document.title = say('signInTitle');

render(
  <main>
    <p role="status">{say('signInTitle')}</p>
  </main>,
  root,
);
const address = new URLSearchParams(location.search);
// The code is used up now: neither the history nor a reload shall have it.
history.replaceState(null, '', location.pathname);
finishSignIn(address).then(
  (next) => location.replace(next),
  () =>
    render(
      <main>
        <div class="fault" role="alert">
          <h1>{say('signInAgain')}</h1>
          <p>{say('signInFailed')}</p>
          <button type="button" class="main" onClick={() => void signIn('/desk/')}>
            {say('signInAgain')}
          </button>
        </div>
      </main>,
      root,
    ),
);
