import { createContext } from 'preact';
import type { PictureBytes } from '../pictures/picture-bytes';
import type { Typesetter } from './typeset';
import type { TypesetQueue } from './typeset-queue';

/** How text comes to its formulas and images: in the page, or drawn once to a string. */
export type TextServices =
  | { kind: 'live'; typesetter: Typesetter; queue: TypesetQueue; pictures: PictureBytes }
  /** `images` are data addresses, by `pictureKey`. */
  | { kind: 'static'; images: ReadonlyMap<string, string> };

export const TextContext = createContext<TextServices>({ kind: 'static', images: new Map() });
