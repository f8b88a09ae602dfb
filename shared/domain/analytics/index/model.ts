import * as z from 'zod/mini';
import type { InputIssue } from '../../errors.ts';
import { Localized } from '../../language.ts';

/** Far beyond any published index; they keep a hostile model from taking the machine. */
const MAX_CONSTRUCTS = 50;
const MAX_ITEMS = 500;
const LARGEST_SCALE = 1e6;

const Name = z.string().check(z.minLength(1), z.maxLength(100));

const Construct = z.strictObject({
  /** What paths and the answer call it. */
  name: Name,
  label: z.optional(Localized),
  /** Ids of the questions that measure it. */
  items: z.array(Name).check(z.minLength(1, 'expected at least one item: a construct without items cannot be measured')),
  /** A: the items reflect the construct (weights are covariances); B: they form it (weights are regression coefficients). */
  mode: z.enum(['A', 'B'], 'expected "A" (the items reflect the construct) or "B" (they form it)'),
});

const Scale = z
  .strictObject(
    {
      min: z.number().check(z.minimum(-LARGEST_SCALE), z.maximum(LARGEST_SCALE)),
      max: z.number().check(z.minimum(-LARGEST_SCALE), z.maximum(LARGEST_SCALE)),
    },
    'expected the ends of the scale of all items, e.g. {"min": 1, "max": 10}',
  )
  .check(z.refine(({ min, max }) => min < max, 'expected `min` below `max`'));

/**
 * A structural model of satisfaction as data (R14): which questions measure which construct, and which construct acts on which.
 * Every construct has items of its own and at least one path, and paths make no circle.
 */
export const IndexModel = z
  .strictObject({
    title: z.optional(Localized),
    /** Where the model comes from. */
    source: z.optional(z.string()),
    constructs: z.array(Construct).check(z.minLength(2, 'expected at least two constructs'), z.maxLength(MAX_CONSTRUCTS)),
    /** From cause to effect. */
    paths: z.array(z.tuple([Name, Name])).check(z.minLength(1, 'expected at least one path [from, to]')),
    /** Of every item. */
    scale: Scale,
    /** Texts of the items, by id. */
    labels: z.optional(z.record(z.string(), Localized)),
  })
  .check(
    z.superRefine((model, context) => {
      for (const { path, message } of faultsOf(model)) context.issues.push({ code: 'custom', path, message, input: model });
    }),
  );
export type IndexModel = z.infer<typeof IndexModel>;

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

type Parts = Pick<IndexModel, 'constructs' | 'paths'>;

const faultsOf = (model: Parts): Fault[] => [...itemFaults(model), ...pathFaults(model), ...circleFaults(model)];

function itemFaults({ constructs }: Parts): Fault[] {
  const faults: Fault[] = [];
  const names = new Set<string>();
  const owners = new Map<string, string>();
  for (const [c, { name, items }] of constructs.entries()) {
    if (names.has(name)) faults.push({ path: ['constructs', c, 'name'], message: `there is another construct "${name}"` });
    names.add(name);
    for (const [i, item] of items.entries()) {
      const owner = owners.get(item);
      if (owner !== undefined) {
        const message = `"${item}" is an item of "${owner}" already; an item measures one construct`;
        faults.push({ path: ['constructs', c, 'items', i], message });
      }
      owners.set(item, name);
    }
  }
  if (owners.size > MAX_ITEMS) faults.push({ path: ['constructs'], message: `expected at most ${MAX_ITEMS} items, got ${owners.size}` });
  return faults;
}

function pathFaults({ constructs, paths }: Parts): Fault[] {
  const faults: Fault[] = [];
  const names = new Set(constructs.map(({ name }) => name));
  const known = [...names].join(', ');
  const seen = new Set<string>();
  for (const [p, path] of paths.entries()) {
    for (const [end, name] of path.entries()) {
      if (names.has(name)) continue;
      faults.push({ path: ['paths', p, end], message: `there is no construct "${name}"; there are: ${known}` });
    }
    const key = JSON.stringify(path);
    if (seen.has(key)) faults.push({ path: ['paths', p], message: `the path from "${path[0]}" to "${path[1]}" is given twice` });
    seen.add(key);
  }
  const connected = new Set(paths.flat());
  for (const [c, { name }] of constructs.entries()) {
    if (connected.has(name)) continue;
    faults.push({ path: ['constructs', c], message: `no path leads to or from "${name}": connect it, or leave it out` });
  }
  return faults;
}

/** A model with a circle has no order of causes: its effects could not be added up. */
function circleFaults({ constructs, paths }: Parts): Fault[] {
  const { circle } = sortCauses(
    constructs.map(({ name }) => name),
    paths,
  );
  return circle.length === 0 ? [] : [{ path: ['paths'], message: `the paths make a circle: ${circle.join(' → ')}` }];
}

/** Causes before effects (Kahn 1962); `circle` names the constructs of a circle, the first one again at its end. */
function sortCauses(names: readonly string[], paths: readonly (readonly [string, string])[]) {
  const order: string[] = [];
  const left = new Set(names);
  const waits = (name: string) => paths.find(([from, to]) => to === name && left.has(from))?.[0];
  for (let free = [...left].filter((name) => waits(name) === undefined); free.length > 0; ) {
    for (const name of free) left.delete(name);
    order.push(...free);
    free = [...left].filter((name) => waits(name) === undefined);
  }
  // Each one left waits for another one left: going back along them must come to one that was passed.
  const walk: string[] = [];
  let [at] = left;
  while (at !== undefined && !walk.includes(at)) {
    walk.unshift(at);
    at = waits(at);
  }
  const circle = at === undefined ? [] : [at, ...walk.slice(0, walk.indexOf(at) + 1)];
  return { order, circle };
}

/** Reads a model from JSON. Each issue names the place and what was expected there. */
export function readIndexModel(given: unknown): { readonly model: IndexModel } | { readonly issues: readonly InputIssue[] } {
  const read = IndexModel.safeParse(given);
  if (read.success) return { model: read.data };
  return { issues: read.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), reason: message })) };
}

/** Constructs as numbers: what the algorithm runs on. Items stand in the order of their constructs, those of one construct next to each other. */
export interface Plan {
  readonly items: readonly string[];
  readonly constructs: readonly {
    readonly name: string;
    readonly mode: 'A' | 'B';
    /** Places of its items. */
    readonly places: readonly number[];
    readonly causes: readonly number[];
    readonly effects: readonly number[];
  }[];
  /** The construct of each item. */
  readonly owner: readonly number[];
  /** Causes before effects. */
  readonly order: readonly number[];
}

/** @param model as `readIndexModel` lets it through */
export function planOf({ constructs, paths }: IndexModel): Plan {
  const names = constructs.map(({ name }) => name);
  const owner = constructs.flatMap(({ items }, c) => items.map(() => c));
  return {
    items: constructs.flatMap(({ items }) => items),
    constructs: constructs.map(({ name, mode }, c) => ({
      name,
      mode,
      places: owner.flatMap((one, place) => (one === c ? [place] : [])),
      causes: paths.flatMap(([from, to]) => (to === name ? [names.indexOf(from)] : [])),
      effects: paths.flatMap(([from, to]) => (from === name ? [names.indexOf(to)] : [])),
    })),
    owner,
    order: sortCauses(names, paths).order.map((name) => names.indexOf(name)),
  };
}
