import type { StepTarget, Target } from './event';

/** A name of the part of a row that a target is, the same whatever its text is by now. */
export function placeOf(target: Target): string {
  switch (target.kind) {
    case 'row':
      return JSON.stringify(['row']);
    case 'trace':
      return JSON.stringify(['trace', target.trace]);
    case 'step':
      return JSON.stringify(['step', target.trace, target.step, ...pieceOf(target)]);
    case 'region':
      return JSON.stringify(['region', target.region]);
    case 'pair':
      return JSON.stringify(['pair', target.with]);
    case 'problem':
    case 'hint':
    case 'concept':
      return JSON.stringify([target.kind, target.at]);
  }
}

/** A piece is another place than the step that it is cut from, and than another piece of it. */
function pieceOf({ piece }: StepTarget): number[] {
  return piece ? [piece.from, piece.to.step, piece.to.at] : [];
}
