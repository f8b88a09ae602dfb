import type { LinearModel } from './linear-model.ts';
import type { Mention } from './meanings.ts';
import { labelOf, probabilitiesOf } from './probabilities.ts';
import type { Reading } from './reading.ts';
import { type Flag, type SentimentLabel, TOPICS, type Topic, type Understanding } from './understanding.ts';
import type { Weighed } from './weigh.ts';

/** Places quoted as evidence for a topic, at most; each cut to this many UTF-16 units. */
const MAX_EVIDENCE = 5;
const MAX_QUOTE = 60;
/** A listed phrase lowers the bar for its topic, in logits: the lists know words that hardly any training text had. */
const MENTION_WORTH = 0.5;
/** What the clauses of a topic say, beside what the whole text says: a clause is short, and its words alone are easily misread. */
const OWN_SHARE = 0.4;
/** Whoever was in danger says nothing good of safety, however calm the words around it. */
const HARMS: Readonly<Partial<Record<Flag, Topic>>> = { danger: 'safety', 'privacy-breach': 'privacy' };
/** Chinese words are mostly two characters: neighbours of the most telling one that tell too are quoted with it, up to this many. */
const MAX_HAN_QUOTE = 4;

/**
 * The topics of a text: those that the model hears in it, and those that the config's own phrases name. Each with the words that show it and
 * with what is said in the clauses where these stand.
 */
export function readTopics(
  reading: Reading,
  model: LinearModel,
  sentiment: LinearModel,
  weighed: Weighed,
  flags: readonly Flag[],
): Understanding['topics'] {
  const places = model.places(reading.features.hashes);
  const logits = model.logitsAt(places, reading.measures);
  return TOPICS.flatMap((topic, output) => {
    const mention = reading.meanings.mentions.get(topic);
    const isHeard = (logits[output] ?? 0) > (model.head.thresholds[output] ?? 0) - (mention === undefined ? 0 : MENTION_WORTH);
    if (!isHeard && mention?.isConfigured !== true) return [];
    const shown = mention ?? mostTelling(reading, model, places, output);
    const evidence = shown.places.slice(0, MAX_EVIDENCE).map(({ from, to }) => quote(reading, from, to));
    const isHarmed = flags.some((flag) => HARMS[flag] === topic);
    const polarity = isHarmed ? 'negative' : polarityOf(shown, reading, sentiment, weighed);
    return [{ topic, polarity, evidence: [...new Set(evidence)] }];
  });
}

function polarityOf({ places }: Pick<Mention, 'places'>, { feeling }: Reading, { head }: LinearModel, weighed: Weighed): SentimentLabel {
  const { clauses, clauseAt } = feeling.layout;
  const own = new Set(places.map(({ from }) => clauseAt[from] ?? 0));
  const part = own.size === clauses.length ? weighed.whole : weighed.clauses(own);
  const logits = part.map((logit, k) => OWN_SHARE * logit + (1 - OWN_SHARE) * (weighed.whole[k] ?? 0));
  return labelOf(probabilitiesOf(logits, head.temperature));
}

/** Where no listed phrase names the topic: the word that speaks for it most. */
function mostTelling({ features, tokens }: Reading, model: LinearModel, places: Int32Array, output: number): Pick<Mention, 'places'> {
  const worth = new Float64Array(tokens.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? -1;
    const at = features.at[i] ?? 0;
    if (place >= 0) worth[at] = (worth[at] ?? 0) + model.weightAt(place, output);
  }
  const isWord = (at: number): boolean => ['word', 'han'].includes(tokens[at]?.kind ?? '');
  let best = -1;
  for (let at = 0; at < tokens.length; at++) if (isWord(at) && (best < 0 || (worth[at] ?? 0) > (worth[best] ?? 0))) best = at;
  if (best < 0) return { places: [] };
  let [from, to] = [best, best + 1];
  if (tokens[best]?.kind === 'han') {
    while (to - from < MAX_HAN_QUOTE && tokens[from - 1]?.kind === 'han' && (worth[from - 1] ?? 0) > 0) from--;
    if (to - from < 2 && tokens[to]?.kind === 'han') to++;
    else if (to - from < 2 && tokens[from - 1]?.kind === 'han') from--;
  }
  return { places: [{ from, to }] };
}

const quote = ({ source, tokens }: Reading, from: number, to: number): string =>
  source.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).slice(0, MAX_QUOTE);
