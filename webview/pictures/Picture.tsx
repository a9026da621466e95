import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { ImageFacts } from '../../src/core/image/image-check';
import type { Medium } from '../../src/core/profile/reading';
import { pathText } from '../../src/core/row/json';
import { Act } from '../Act';
import { TextContext } from '../text/text-services';
import { marksOf } from './marked-regions';
import { EnlargeContext, PicturesContext } from './row-pictures';
import { RegionMarks } from './RegionMarks';
import { pictureKey } from '../../src/core/profile/row-pictures';
import { useAddress } from './use-address';

type Whole = Extract<ImageFacts, { fault: null }>;

/** An image of the row, in the room that its size asks for from the beginning; where it cannot be shown, why. */
export function Picture({ medium, description = '' }: { medium: Medium; description?: string }) {
  const pictures = useContext(PicturesContext);
  const enlarge = useContext(EnlargeContext);
  const facts = pictures.facts(medium);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    box.current?.querySelector('.region-mark.cur')?.scrollIntoView({ block: 'nearest' });
  }, [pictures.inHand]);
  const name = description || medium.caption || medium.file || pathText(medium.path);
  if (facts && facts.fault !== null) return <BrokenPicture message={facts.message} path={medium.path} />;
  const first = pictures.list[0];
  return (
    <span class="picture-box" ref={box}>
      <ShownPicture medium={medium} facts={facts} name={name}>
        {facts && (
          <RegionMarks
            regions={[...marksOf(pictures.regions(medium), facts), ...pictures.drawn(medium)]}
            image={facts}
            rotation={0}
            current={pictures.inHand}
          />
        )}
      </ShownPicture>
      <span class="picture-name mut" title={pathText(medium.path)}>
        <span>{medium.caption ?? (medium.file || pathText(medium.path))}</span>
        {enlarge && first && pictureKey(first) === pictureKey(medium) && <Act of="viewPictures">Enlarge</Act>}
      </span>
    </span>
  );
}

export function BrokenPicture({ message, path }: { message: string; path: Medium['path'] }) {
  return (
    <span class="broken why picture-fault" role="note">
      {message}
      {path.length > 0 && <span class="mut"> Named in {pathText(path)}.</span>}
    </span>
  );
}

interface ShownPictureProps {
  medium: Medium;
  /** Null where its size is not known before it is here. */
  facts: Whole | null;
  name: string;
  children: ComponentChildren;
}

function ShownPicture({ medium, facts, name, children }: ShownPictureProps) {
  const services = useContext(TextContext);
  const enlarge = useContext(EnlargeContext);
  const room = facts ? { width: facts.width, aspectRatio: `${facts.width} / ${facts.height}` } : {};
  if (services.kind === 'static') {
    const address = services.images.get(pictureKey(medium));
    if (address === undefined)
      return <span class="mut">{name} is not part of this page: it is too large.</span>;
    return (
      <span class="picture" style={room}>
        <img src={address} alt={name} />
        {children}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="picture"
      style={room}
      title={`Enlarge ${name}`}
      onClick={() => enlarge?.(medium)}
      disabled={!enlarge}
    >
      <LivePicture medium={medium} name={name} />
      {children}
    </button>
  );
}

/** Fetched when it comes near what can be seen. */
function LivePicture({ medium, name }: { medium: Medium; name: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    const watch = new IntersectionObserver((seen) => setNear(seen.at(-1)?.isIntersecting ?? false), {
      rootMargin: '300px',
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return (
    <span ref={place} class="picture-place">
      {near && <LoadedImage medium={medium} name={name} />}
    </span>
  );
}

/** The image itself, as soon as its bytes are here. */
export function LoadedImage({ medium, name }: { medium: Medium; name: string }) {
  const { address, trouble } = useAddress(medium);
  const [broken, setBroken] = useState(false);
  if (trouble !== null) return <span class="why">{trouble}</span>;
  if (broken) return <span class="why">{name} has the header of an image, but cannot be drawn.</span>;
  return address === null ? null : (
    <img src={address} alt={name} draggable={false} onError={() => setBroken(true)} />
  );
}
