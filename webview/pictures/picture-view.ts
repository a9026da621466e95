export interface Size {
  width: number;
  height: number;
}

/** How an image lies on its stage: pixels of the screen for one of the image, quarter turns, and where its middle is beside the stage's. */
export interface Placing {
  scale: number;
  rotation: 0 | 1 | 2 | 3;
  x: number;
  y: number;
}

const LEAST = 0.02;
const MOST = 16;
const STEP = 1.25;

export function isTurned(rotation: Placing['rotation']): boolean {
  return rotation % 2 === 1;
}

/** The whole image in the middle of its stage, and no larger than it is. */
export function fitted(image: Size, stage: Size, rotation: Placing['rotation'] = 0): Placing {
  const [width, height] = isTurned(rotation) ? [image.height, image.width] : [image.width, image.height];
  const scale = Math.min(stage.width / width, stage.height / height, 1);
  return { scale: Math.max(scale, LEAST), rotation, x: 0, y: 0 };
}

/** Enlarged or made smaller by steps, about a point of the stage measured from its middle, which stays where it is. */
export function zoomed(placing: Placing, steps: number, about = { x: 0, y: 0 }): Placing {
  const scale = Math.min(MOST, Math.max(LEAST, placing.scale * STEP ** steps));
  const by = scale / placing.scale;
  return {
    ...placing,
    scale,
    x: about.x - (about.x - placing.x) * by,
    y: about.y - (about.y - placing.y) * by,
  };
}

export function turned(placing: Placing, image: Size, stage: Size): Placing {
  return fitted(image, stage, ((placing.rotation + 1) % 4) as Placing['rotation']);
}

export type Box = { x: number; y: number; width: number; height: number };

/** A box of the image as it lies after the turns, in pixels of the image. */
export function onScreen({ x, y, width, height }: Box, image: Size, rotation: Placing['rotation']): Box {
  switch (rotation) {
    case 0:
      return { x, y, width, height };
    case 1:
      return { x: image.height - y - height, y: x, width: height, height: width };
    case 2:
      return { x: image.width - x - width, y: image.height - y - height, width, height };
    case 3:
      return { x: y, y: image.width - x - width, width: height, height: width };
  }
}

/** The same way back: a box on the turned image, in the image's own coordinates. */
export function onImage(box: Box, image: Size, rotation: Placing['rotation']): Box {
  const lying = isTurned(rotation) ? { width: image.height, height: image.width } : image;
  return onScreen(box, lying, ((4 - rotation) % 4) as Placing['rotation']);
}

/** The part of a box that lies in the image, in whole pixels. */
export function inside({ x, y, width, height }: Box, image: Size): Box {
  const left = Math.round(Math.min(Math.max(0, x), image.width));
  const top = Math.round(Math.min(Math.max(0, y), image.height));
  const right = Math.round(Math.min(Math.max(left, x + width), image.width));
  const bottom = Math.round(Math.min(Math.max(top, y + height), image.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
