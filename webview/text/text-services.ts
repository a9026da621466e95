import { createContext } from 'preact';
import type { PictureBytes } from '../pictures/picture-bytes';
import type { CodeColourLoader } from './code-colour-loader';
import type { Colouring } from './code-colours';
import type { Typesetter } from './typeset';
import type { TypesetQueue } from './typeset-queue';

/** How text comes to its formulas, images and the colours of its programs: in the page, or drawn once to a string. */
export type TextServices =
  | {
      kind: 'live';
      typesetter: Typesetter;
      queue: TypesetQueue;
      pictures: PictureBytes;
      colours: CodeColourLoader;
    }
  /** `images` are data addresses, by `pictureKey`. */
  | { kind: 'static'; images: ReadonlyMap<string, string>; colouring: Colouring | null };

export const TextContext = createContext<TextServices>({
  kind: 'static',
  images: new Map(),
  colouring: null,
});
