import type { Clause, Layout } from './clauses.ts';
import type { Token } from './tokens.ts';

/** What bitter praise is worth, as a share of the praise. */
const BITTER = -0.6;
const QUOTED_PRAISE = -0.6;

/** One word or phrase of feeling, with the weight that its neighbours leave it. */
export interface Felt {
  readonly at: number;
  readonly to: number;
  readonly clause: number;
  readonly kind: 'word' | 'event' | 'ironic' | 'sarcasm' | 'appease';
  value: number;
}

/** Praise beside a plain misfortune, or in scare quotes, is meant the other way round. */
export function turnBitter(felt: Felt[], tokens: readonly Token[], { clauses }: Layout): void {
  const bitter = new Set<number>();
  const contrasts = new Set(clauses.filter(({ turn }) => turn !== undefined).map(({ sentence }) => sentence));
  for (const sentence of bySentence(felt, clauses)) {
    const isMisfortune = sentence.felt.some(({ kind, value }) => kind === 'event' || (kind === 'word' && value <= -2));
    const isSarcastic = sentence.felt.some(({ kind }) => kind === 'sarcasm');
    const exclamations = sentence.felt.filter((one) => one.kind === 'ironic' && one.value > 0 && isExclaimed(one, clauses, tokens));
    if (!isSarcastic && !(isMisfortune && !contrasts.has(sentence.number) && exclamations.length > 0)) continue;
    bitter.add(sentence.number);
    for (const one of isSarcastic ? sentence.felt : exclamations) if (one.value > 0 && one.kind !== 'appease') one.value *= BITTER;
  }
  for (const one of felt) {
    const sentence = clauses[one.clause]?.sentence ?? 0;
    const isEcho = one.kind === 'ironic' && one.value > 0 && bitter.has(sentence - 1) && isExclaimed(one, clauses, tokens);
    const isQuoted = tokens[one.at - 1]?.text === '"' && tokens[one.to]?.text === '"' && one.value > 0;
    if (isEcho) one.value *= BITTER;
    else if (isQuoted) one.value *= QUOTED_PRAISE;
  }
}

function bySentence(felt: readonly Felt[], clauses: readonly Clause[]): { number: number; felt: Felt[] }[] {
  const sentences: { number: number; felt: Felt[] }[] = [];
  for (const one of felt) {
    const number = clauses[one.clause]?.sentence ?? 0;
    const last = sentences.at(-1);
    if (last?.number === number) last.felt.push(one);
    else sentences.push({ number, felt: [one] });
  }
  return sentences;
}

/** Stands alone between its commas ("Great, …"); Chinese exclamations are such by their form (好得很啊). */
function isExclaimed(one: Felt, clauses: readonly Clause[], tokens: readonly Token[]): boolean {
  const clause = clauses[one.clause];
  if (clause === undefined) return false;
  if (tokens[one.at]?.kind === 'han') return true;
  const others = clause.to - clause.from - (one.to - one.at);
  return one.at - clause.from === 0 && others <= 2;
}
