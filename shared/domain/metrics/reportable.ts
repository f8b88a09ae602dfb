/** With fewer answers no score is given: its interval would span half the scale, and single persons could be told from it. */
export const MIN_REPORTABLE = 10;
export const isReportable = (n: number) => n >= MIN_REPORTABLE;
