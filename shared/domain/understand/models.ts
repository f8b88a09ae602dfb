import type { LinearModel } from './linear-model.ts';

/** Languages that have models; Chinese in either script has one. */
export const MODELLED = ['en', 'zh'] as const;
export type Modelled = (typeof MODELLED)[number];

/** One model per file. */
export const TASKS = ['sentiment', 'topics', 'intent', 'severity', 'flags'] as const;
export type Task = (typeof TASKS)[number];

/** The models of a language, read when they are first asked for. */
export type Models = (language: Modelled, task: Task) => LinearModel;

export const weightsFile = (language: Modelled, task: Task): string => `${task}.${language}.bin`;
