/** Sums of the kernel and of `candidates.ts` may differ by rounding. */
export const ROUNDING = 1e-6;
/** And where the kernel adds up in 32 bits. */
export const COARSE = 1e-3;
/** A trace's steps are cut out of what the kernel sees whole: it asks for less. */
export const SLACK = 0.9;
/** Items that the kernel looks at at a time. */
export const LANES = 16;
/** Votes of seeds are whole numbers in the kernel, so many times as high. */
export const VOTES_SCALE = 1024;
/** As in `assembly/compare.ts`. */
export const TOKEN_SLOTS = 2048;
