/** A message is tried this often before it goes to the dead-letter queue. */
export const MAX_RECEIVE_COUNT = 5;
