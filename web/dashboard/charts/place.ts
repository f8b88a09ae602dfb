/** Where a value lies between the ends of a scale, in percent; never outside. @param max greater than `min` */
export const placeOf = (value: number, min: number, max: number): number =>
  Math.round(Math.min(100, Math.max(0, (100 * (value - min)) / (max - min))) * 100) / 100;
