import { useContext } from 'preact/hooks';
import type { RegionTarget } from '../../src/core/annotation/event';
import { isIn } from './own-regions';
import { Picture } from './Picture';
import { PicturesContext } from './row-pictures';

/** The image that a region is in, with the regions there. */
export function RegionPicture({ target }: { target: RegionTarget }) {
  const medium = useContext(PicturesContext).list.find((each) => isIn(target, each));
  return medium ? <Picture medium={medium} /> : <span class="mut">The row has no such image now.</span>;
}
