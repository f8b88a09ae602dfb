import type { Report } from '../ask-analysis.ts';
import { placeOf } from '../charts/place.ts';
import type { Mark } from '../marks/mark.ts';
import { MarkLink } from '../parts/mark-link.tsx';
import { language } from '../words.ts';
import { inLanguage } from './in-language.ts';
import { endsOf } from './places.ts';

type Picture = NonNullable<Report['sections'][number]['picture']>;
export type BarsPicture = Extract<Picture, { kind: 'bars' }>;
type PictureBar = BarsPicture['bars'][number];

interface BarsPictureProps {
  readonly picture: BarsPicture;
  readonly markOf: (label: PictureBar['label']) => Mark | undefined;
}

/** Bars that may go to either side of where they begin, each with its interval. The table beside has the figures. */
export const BarsOf = ({ picture, markOf }: BarsPictureProps) => (
  <ul class="bars signed" aria-label={picture.label[language]}>
    {picture.bars.map((bar) => {
      const mark = markOf(bar.label);
      const inside = <Inside picture={picture} bar={bar} />;
      return (
        <li key={inLanguage(bar.label, 'en')} class={bar.tone}>
          {mark ? (
            <MarkLink class="mark" mark={mark}>
              {inside}
            </MarkLink>
          ) : (
            <span class="mark">{inside}</span>
          )}
        </li>
      );
    })}
  </ul>
);

/** With the minus sign of typography; never a nought below nought. */
const decimal = (value: number, digits: number) => (Number(value.toFixed(digits)) || 0).toFixed(digits).replace('-', '−');

function Inside({ picture, bar: { label, value, low, high } }: { readonly picture: BarsPicture; readonly bar: PictureBar }) {
  const { min, max } = picture;
  const { start, width } = endsOf(picture, value);
  const digits = max - min > 20 ? 0 : 2;
  return (
    <>
      <span class="label">{inLanguage(label, language)}</span>
      <span class="track" aria-hidden="true">
        <span class="fill" style={{ insetInlineStart: `${start}%`, width: `${width}%` }} />
        {low !== undefined && high !== undefined && (
          <span
            class="whisker"
            style={{ insetInlineStart: `${placeOf(low, min, max)}%`, width: `${placeOf(high, min, max) - placeOf(low, min, max)}%` }}
          />
        )}
      </span>
      <span class="amount">{decimal(value, digits)}</span>
    </>
  );
}
