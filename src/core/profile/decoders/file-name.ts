import type { Decoder } from './decoder';

/** An image named by its path below the dataset's folder. */
export const decodeFileName: Decoder = ({ value, path }) =>
  typeof value === 'string' && value !== '' ? { media: [{ path, file: value }] } : null;
