import type { Report } from '../ask-analysis.ts';
import type { Mark } from '../marks/mark.ts';
import { MarkLink, openMark } from '../parts/mark-link.tsx';
import { language } from '../words.ts';
import { inLanguage } from './in-language.ts';
import { pointAt, SIZE } from './places.ts';

type Picture = NonNullable<Report['sections'][number]['picture']>;
export type ScatterPicture = Extract<Picture, { kind: 'scatter' }>;

interface ScatterProps {
  readonly picture: ScatterPicture;
  readonly markOf: (label: ScatterPicture['points'][number]['label']) => Mark | undefined;
}

/** Points in four quadrants, each by its number; the list beside tells its name and leads to the comments. */
export function Scatter({ picture, markOf }: ScatterProps) {
  const { x, y, points, quadrants, label } = picture;
  const cross = pointAt(picture, { x: x.line, y: y.line });
  return (
    <div class="scatter">
      <figure>
        <p class="axis">↑ {y.label[language]}</p>
        <div class="field">
          <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={label[language]}>
            <rect class="frame" x="0.5" y="0.5" width={SIZE - 1} height={SIZE - 1} />
            <path class="cross" d={`M${cross.x} 0V${SIZE}M0 ${cross.y}H${SIZE}`} />
            {points.map((point, i) => (
              <Dot key={inLanguage(point.label, 'en')} number={i + 1} at={pointAt(picture, point)} mark={markOf(point.label)} />
            ))}
          </svg>
          {quadrants.map((name, i) => (
            <span key={name.en} class={`quadrant q${i}`}>
              {name[language]}
            </span>
          ))}
        </div>
        <p class="axis end">{x.label[language]} →</p>
      </figure>
      <ol>
        {points.map(({ label: name }) => {
          const mark = markOf(name);
          const words = inLanguage(name, language);
          return <li key={inLanguage(name, 'en')}>{mark ? <MarkLink mark={mark}>{words}</MarkLink> : words}</li>;
        })}
      </ol>
    </div>
  );
}

interface DotProps {
  readonly number: number;
  readonly at: { readonly x: number; readonly y: number };
  readonly mark: Mark | undefined;
}

const Dot = ({ number, at, mark }: DotProps) => (
  // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; the list beside has the same as links.
  <g class="dot" onClick={() => mark && openMark(mark)}>
    <circle cx={at.x} cy={at.y} r="10" />
    <text x={at.x} y={at.y + 4} text-anchor="middle">
      {number}
    </text>
  </g>
);
