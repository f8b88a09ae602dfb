import { at, type Dependent, regress } from '../linear.ts';
import type { Plan } from './model.ts';

/**
 * How a construct's neighbours are weighted while its items are: `centroid` by the sign of the correlation, `factorial` by the correlation,
 * `path` by regression on its causes and correlation with its effects. Lohmöller (1989), "Latent Variable Path Modeling with Partial
 * Least Squares", 2.3; Tenenhaus, Esposito Vinzi, Chatelin & Lauro (2005), Comput. Stat. Data Anal. 48:159–205, 2.2.2.
 */
export const SCHEMES = ['centroid', 'factorial', 'path'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** `cause` follows from the other causes of `effect`: places of constructs. */
export interface DependentCause {
  readonly cause: number;
  readonly effect: number;
}

/**
 * Inner weights: column j says how the constructs make up the environment of construct j.
 * @param related correlations of the constructs' scores
 */
export function innerWeights({ constructs }: Plan, related: Float64Array, scheme: Scheme): Float64Array | DependentCause {
  const count = constructs.length;
  const weights = new Float64Array(count * count);
  for (const [j, { causes, effects }] of constructs.entries()) {
    const regression = scheme === 'path' ? regress(related, count, causes, j) : undefined;
    if (regression !== undefined && 'dependent' in regression) return dependentCause(regression, j);
    for (const neighbour of [...causes, ...effects]) {
      const correlation = at(related, neighbour * count + j);
      weights[neighbour * count + j] = scheme === 'centroid' ? Math.sign(correlation) : correlation;
    }
    if (regression === undefined) continue;
    for (const [i, cause] of causes.entries()) weights[cause * count + j] = at(regression.coefficients, i);
  }
  return weights;
}

const dependentCause = ({ dependent }: Dependent, effect: number): DependentCause => ({ cause: dependent, effect });

/** The structural model. Matrices by cause × effect, row by row. */
export interface Structure {
  readonly paths: Float64Array;
  /** Direct and indirect effects together. */
  readonly totals: Float64Array;
  /** By construct; 0 for those without causes. */
  readonly rSquared: Float64Array;
}

/**
 * Paths by ordinary least squares of each construct on its causes, and total effects, which are the sums over all ways from cause to effect.
 * @param related correlations of the constructs gives standardised effects, covariances of their indices gives effects in index points
 */
export function structure({ constructs, order }: Plan, related: Float64Array): Structure | DependentCause {
  const count = constructs.length;
  const paths = new Float64Array(count * count);
  const totals = new Float64Array(count * count);
  const rSquared = new Float64Array(count);
  for (const effect of order) {
    const causes = constructs[effect]?.causes ?? [];
    const regression = regress(related, count, causes, effect);
    if ('dependent' in regression) return dependentCause(regression, effect);
    rSquared[effect] = regression.rSquared;
    for (const [i, cause] of causes.entries()) {
      const path = at(regression.coefficients, i);
      paths[cause * count + effect] = path;
      // The causes come earlier in the order: whatever acts on them is known in full.
      for (let first = 0; first < count; first++) {
        const before = first === cause ? 1 : at(totals, first * count + cause);
        totals[first * count + effect] = at(totals, first * count + effect) + before * path;
      }
    }
  }
  return { paths, totals, rSquared };
}
