/** Where the weights lie: in this folder, and in a bundle beside the code, where infra/bundle.ts copies them. */
export const WEIGHTS = import.meta.dirname;
