/** The functions, in the order of the flow. Each is a folder of `functions/`, a bundle and a block of the pipeline stack. */
export const FUNCTION_NAMES = [
  'take-form',
  'take-photo',
  'take-answer',
  'take-webhook',
  'take-mail',
  'take-mail-event',
  'assess',
  'count',
  'publish',
  'deliver',
  'archive',
  'compact',
  'analyse',
  'sweep',
  'act',
  'digest',
  'watch',
  'care',
  'gather',
  'invite',
  'status',
  'desk',
  'study',
  'inspect',
] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];
