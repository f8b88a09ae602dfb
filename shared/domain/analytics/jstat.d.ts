/** jstat ships no types; this is what distributions.ts uses of it. */
declare module 'jstat' {
  interface Distribution<Parameters extends readonly number[]> {
    cdf(x: number, ...parameters: Parameters): number;
    inv(p: number, ...parameters: Parameters): number;
  }
  const jstat: {
    readonly normal: Distribution<[mean: number, deviation: number]>;
    readonly studentt: Distribution<[degreesOfFreedom: number]>;
    readonly centralF: Distribution<[numerator: number, denominator: number]>;
    readonly chisquare: Distribution<[degreesOfFreedom: number]>;
    readonly beta: Distribution<[alpha: number, beta: number]>;
    gammaln(x: number): number;
  };
  export default jstat;
}
