import { useState } from 'preact/hooks';
import { Dialog } from '../browser/parts/dialog.tsx';
import { areShortcutsOn, switchShortcuts } from './shortcuts.ts';
import { say } from './words.ts';

const KEYS = {
  '?': 'help',
  '/': 'search',
  'g i': 'inbox',
  'g m': 'mine',
  'j k': 'move',
  Enter: 'open',
  x: 'choose',
  a: 'take',
  h: 'assign',
  r: 'answer',
  n: 'note',
  d: 'decide',
  o: 'offer',
  s: 'solve',
} as const;

/** All shortcuts; they can be switched off, for whoever speaks to their computer or hits keys by chance. */
export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }) {
  const [isOn, setOn] = useState(areShortcutsOn);
  return (
    <Dialog title={say('shortcuts')} onClose={onClose}>
      <label class="tick">
        <input
          type="checkbox"
          checked={isOn}
          onChange={() => {
            switchShortcuts(!isOn);
            setOn(!isOn);
          }}
        />
        {say('shortcutsOn')}
      </label>
      <dl class="keys">
        {Object.entries(KEYS).map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(`key-${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{say('shortcutsReplies')}</p>
    </Dialog>
  );
}
