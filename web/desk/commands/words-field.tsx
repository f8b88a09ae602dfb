import { useRef } from 'preact/hooks';
import { say } from '../words.ts';
import { type BoxProps, tied } from './field-box.tsx';
import { useReplies } from './use-replies.ts';

/** Words for the customer. `/` at the beginning of a word brings up the prepared replies; arrows choose, Enter puts one in, Escape goes on typing. */
export function WordsField({ field, details, value, issue, set }: BoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const { number, language } = details.case;
  const replies = useReplies(number, box, set);
  const { shown, active } = replies;
  return (
    <div class="words">
      <textarea
        {...tied({ field, issue })}
        ref={box}
        dir="auto"
        lang={language}
        rows={7}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={shown === undefined ? undefined : 'replies'}
        aria-activedescendant={shown === undefined || shown.length === 0 ? undefined : `reply-${active}`}
        onInput={(event) => {
          set(event.currentTarget.value);
          replies.look();
        }}
        onKeyDown={replies.key}
        onBlur={replies.close}
      />
      <button type="button" class="plain small" onMouseDown={(event) => event.preventDefault()} onClick={replies.openAll}>
        {say('replies')}
      </button>
      {shown !== undefined && (
        <div class="replies">
          {shown.length === 0 && <p class="soft">{say('noReplies')}</p>}
          <div id="replies" role="listbox" aria-label={say('replies')} hidden={shown.length === 0}>
            {shown.map(({ id, title, text, isFitting }, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the text box's, which keeps the focus.
              // biome-ignore lint/a11y/useFocusableInteractive: the text box points at it by aria-activedescendant.
              <div
                key={id}
                id={`reply-${i}`}
                role="option"
                aria-selected={i === active}
                // The field keeps the focus, or it would close the list before the click.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => replies.put(i)}
              >
                <strong>{title}</strong>
                {isFitting && <span class="badge on-track">{say('fitting')}</span>}
                <span class="soft preview">{text}</span>
              </div>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
