/** The functions, in the order of the flow. Each is a folder of `functions/`, a bundle and a block of the pipeline stack. */
export const FUNCTION_NAMES = [
  'take-form',
  'take-webhook',
  'take-mail',
  'take-mail-event',
  'assess',
  'count',
  'publish',
  'deliver',
  'sweep',
  'act',
  'digest',
  'watch',
  'care',
  'status',
  'desk',
] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];
