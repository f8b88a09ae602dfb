import type { DraftKeeper } from './draft-keeper.ts';
import { button, element } from './elements.ts';
import type { Fate } from './postbox.ts';
import type { BrowserWords } from './words.ts';

/** Says something above the form. */
export type Note = (text: string, ...more: Node[]) => void;

/** What an earlier visit could not send goes now, and the person is told what became of it. */
export function sendEarlier(keeper: DraftKeeper, words: BrowserWords, note: Note): void {
  for (const parcel of keeper.unsent()) {
    const delivery = keeper.deliver(parcel);
    let isTold = false;
    const onWait = () => {
      if (!isTold) note(`${words.waitingTitle} ${words.waitingKept}`);
      isTold = true;
    };
    void delivery.runFound(onWait).then((fate) => tell(fate, parcel.body, () => delivery.drop(), words, note));
  }
}

function tell(fate: Fate, body: string, drop: () => void, words: BrowserWords, note: Note): void {
  if (fate === 'elsewhere' || fate === 'withdrawn') return;
  const receipt = fate.page?.receipt;
  if (fate.outcome.kind === 'sent' && receipt !== undefined) {
    note(words.sentBefore(receipt));
    return;
  }
  // It stays on the device until its writer deletes it: what was said in sentences is worth copying, a number is not.
  const sentences = [...new URLSearchParams(body).values()].filter((value) => /\s|\p{Script=Han}{2}/u.test(value));
  const copy = element('textarea', { readonly: '', rows: '5', 'aria-label': words.refusedBefore }, sentences.join('\n\n'));
  const forget = button(words.forget, 'plain', () => {
    drop();
    copy.closest('.note')?.remove();
  });
  note(words.refusedBefore, copy, forget);
}
