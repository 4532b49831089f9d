/** Up to `most` words within a clause, between two parts of a family. */
export const gap = (most: number) => `(?:[ ,'-]+[\\p{L}\\d']+){0,${most}}[ ,'-]+`;
