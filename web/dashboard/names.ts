import { topicWords } from '../../shared/domain/words.ts';
import type { House } from '../browser/parts/signed-in.tsx';
import { COUNTED_LANGUAGES, type Dimension } from './filters.ts';
import type { Speech } from './speech.ts';

type Named = Pick<House, 'branches' | 'surveys'>;

/** What a value of a dimension is called; one that nobody knows by name any more keeps its id. */
export function nameOf(dimension: Dimension, value: string, { branches, surveys }: Named, { say, language }: Speech): string {
  switch (dimension) {
    case 'branch':
      return branches.find(({ id }) => id === value)?.name[language] ?? value;
    case 'survey':
      return surveys.find(({ id }) => id === value)?.title[language] ?? value;
    case 'topic':
      return Object.entries(topicWords).find(([topic]) => topic === value)?.[1][language] ?? value;
    case 'channel':
      return say('channelName', { value });
    case 'language':
      return say(`language.${COUNTED_LANGUAGES.find((one) => one === value) ?? 'other'}`);
    case 'tier':
      return say('tierName', { value });
  }
}
