/** The step of a deadline that a `deadline` mail tells of: 75, 100 or 150 % of its time. */
export const deadlineStep = (percent: 75 | 100 | 150) => ({
  isAhead: percent === 75,
  isMissed: percent === 100,
  isLongMissed: percent === 150,
});
