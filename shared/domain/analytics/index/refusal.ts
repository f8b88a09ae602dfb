import type { Language } from '../../language.ts';

/** An item of a construct. */
export interface ItemOf {
  readonly construct: string;
  readonly item: string;
}

/** Why there is no index. Nothing is estimated then: half a model has no meaning. */
export type IndexRefusal =
  /** The data has no column for these items. */
  | { readonly kind: 'items-missing'; readonly items: readonly ItemOf[] }
  /** Columns are not equally long: rows would mix people. */
  | { readonly kind: 'rows-differ'; readonly item: string; readonly rows: number; readonly expected: number }
  /** Items that nobody answered within the scale. */
  | { readonly kind: 'not-answered'; readonly items: readonly ItemOf[] }
  /** `n` people are left, `needed` would do; see `leastAnswers`. */
  | { readonly kind: 'too-few-answers'; readonly n: number; readonly needed: number }
  /** Items that everybody answered alike: without variance there is no correlation. */
  | { readonly kind: 'constant-items'; readonly items: readonly ItemOf[] }
  /** Mode B: this item is a linear function of the items before it, so their weights cannot be told apart. */
  | ({ readonly kind: 'dependent-item' } & ItemOf)
  /** `cause` is a linear function of the other causes of `effect`, so their paths cannot be told apart. */
  | { readonly kind: 'dependent-cause'; readonly cause: string; readonly effect: string }
  /** The construct has nothing in common with its neighbours: its weights would be noise. */
  | { readonly kind: 'unrelated'; readonly construct: string }
  /** The weights of a construct sum to 0, or cancel each other out: it has no score. */
  | { readonly kind: 'weights-cancel'; readonly construct: string }
  | { readonly kind: 'not-converged'; readonly iterations: number };

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');
const quotedZh = (names: readonly string[]) => names.map((name) => `“${name}”`).join('、');
/** As many as are read in a sentence; the refusal as data has them all. */
const TOLD = 8;
const othersOf = ({ length }: readonly ItemOf[]) => Math.max(0, length - TOLD);
const itemsOf = (items: readonly ItemOf[]) => {
  const told = quoted(items.slice(0, TOLD).map(({ construct, item }) => `${item}" of "${construct}`));
  return othersOf(items) === 0 ? told : `${told} and ${othersOf(items)} others`;
};
const itemsOfZh = (items: readonly ItemOf[]) => {
  const told = items.slice(0, TOLD).map(({ construct, item }) => `“${construct}”的“${item}”`);
  return othersOf(items) === 0 ? told.join('、') : `${told.join('、')}等 ${items.length} 题`;
};

/** The refusal as a sentence that says what was expected, what came and what to do. */
export function indexRefusalWords(refusal: IndexRefusal, language: Language): string {
  return language === 'en' ? inEnglish(refusal) : inChinese(refusal);
}

function inEnglish(refusal: IndexRefusal): string {
  switch (refusal.kind) {
    case 'items-missing':
      return `The data has no column for ${itemsOf(refusal.items)}. Map the columns, or take the items out of the model.`;
    case 'rows-differ':
      return `The column ${quoted([refusal.item])} has ${refusal.rows} rows where others have ${refusal.expected}. Every row is one person: give all columns the same rows.`;
    case 'not-answered':
      return `Nobody answered ${itemsOf(refusal.items)} within the scale. Check the scale, or take the items out of the model.`;
    case 'too-few-answers':
      return `${refusal.n} usable ${refusal.n === 1 ? 'answer' : 'answers'}, and this model needs at least ${refusal.needed}. No index is computed. Gather ${refusal.needed - refusal.n} more, or take a model with fewer paths.`;
    case 'constant-items':
      return `Everybody gave the same answer to ${itemsOf(refusal.items)}: an item without differences tells nothing about the construct. Take it out of the model, or wait for more answers.`;
    case 'dependent-item':
      return `The answers to "${refusal.item}" of "${refusal.construct}" follow exactly from those to the items before it, so mode B cannot tell their weights apart. Take the item out, or use mode A.`;
    case 'dependent-cause':
      return `"${refusal.cause}" follows exactly from the other causes of "${refusal.effect}", so their effects cannot be told apart. Take one of these paths out of the model.`;
    case 'unrelated':
      return `The items of "${refusal.construct}" have nothing in common with the constructs it is connected with, so they cannot be weighted. Take it out of the model, or wait for more answers.`;
    case 'weights-cancel':
      return `The weights of the items of "${refusal.construct}" cancel each other out, so it has no score. Check that high answers mean the same in all its items.`;
    case 'not-converged':
      return `The weights had not settled after ${refusal.iterations} rounds. Try another scheme, or wait for more answers.`;
  }
}

function inChinese(refusal: IndexRefusal): string {
  switch (refusal.kind) {
    case 'items-missing':
      return `数据中缺少${itemsOfZh(refusal.items)}对应的列。请指定列的对应关系，或从模型中删去这些题目。`;
    case 'rows-differ':
      return `${quotedZh([refusal.item])}一列有 ${refusal.rows} 行，而其他列有 ${refusal.expected} 行。每行代表一位受访者，各列行数必须一致。`;
    case 'not-answered':
      return `${itemsOfZh(refusal.items)}没有任何在量表范围内的回答。请检查量表设置，或从模型中删去这些题目。`;
    case 'too-few-answers':
      return `可用答卷 ${refusal.n} 份，本模型至少需要 ${refusal.needed} 份，因此不计算指数。请再收集 ${refusal.needed - refusal.n} 份，或改用路径较少的模型。`;
    case 'constant-items':
      return `所有人对${itemsOfZh(refusal.items)}的回答都相同，没有差异的题目无法反映该变量。请从模型中删去，或等待更多答卷。`;
    case 'dependent-item':
      return `“${refusal.construct}”的“${refusal.item}”可由前面的题目完全推算得出，模式 B 无法区分它们的权重。请删去该题，或改用模式 A。`;
    case 'dependent-cause':
      return `“${refusal.cause}”可由影响“${refusal.effect}”的其他变量完全推算得出，无法区分各自的影响。请从模型中删去其中一条路径。`;
    case 'unrelated':
      return `“${refusal.construct}”的题目与其相连的变量没有任何共同变化，无法确定权重。请从模型中删去该变量，或等待更多答卷。`;
    case 'weights-cancel':
      return `“${refusal.construct}”各题的权重相互抵消，无法得出得分。请检查各题的高分含义是否一致。`;
    case 'not-converged':
      return `迭代 ${refusal.iterations} 次后权重仍未收敛。请改用其他加权方案，或等待更多答卷。`;
  }
}
