import { topicWords } from '../../shared/domain/words.ts';
import { isKey } from './commands/reader.ts';

/** Ids of the topics that there are. */
export const TOPIC_IDS = Object.keys(topicWords).filter((id) => isKey(topicWords, id));
