import { useContext } from 'preact/hooks';
import { BrokenPicture, Picture } from './Picture';
import { PicturesContext } from './row-pictures';

/** What stands for an image in a text: the image, or that the row has none for it. */
export function PlacedPicture({ place, sign }: { place: string; sign: string }) {
  const medium = useContext(PicturesContext).placed.get(place);
  if (medium === undefined) return <>{sign}</>;
  if (medium === null)
    return <BrokenPicture message={`${sign}: the row has no image for this place.`} path={[]} />;
  return <Picture medium={medium} description={medium.caption ?? sign} />;
}
