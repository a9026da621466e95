import { useContext, useEffect, useState } from 'preact/hooks';
import { drawnRegions } from '../../src/core/annotation/drawn-regions';
import type { ImageFacts } from '../../src/core/image/image-check';
import type { Medium } from '../../src/core/profile/reading';
import { pathText } from '../../src/core/row/json';
import { pictureKey } from '../../src/core/profile/row-pictures';
import { Dialog } from '../forms/Dialog';
import type { Session } from '../session';
import { TextContext } from '../text/text-services';
import { markRegion } from './mark-region';
import { marksOf } from './marked-regions';
import { ownRegions } from './own-regions';
import type { OwnRegion } from './own-regions';
import { BrokenPicture } from './Picture';
import { PictureStage } from './PictureStage';
import { RegionList } from './RegionList';
import type { MarkedRegion } from './RegionMarks';
import { picturesOf } from './row-pictures';
import type { RowPictures } from './row-pictures';

interface PictureDialogProps {
  session: Session;
  onClose: () => void;
}

/** The row's pictures, large, one at a time, with the regions in them. */
export function PictureDialog({ session, onClose }: PictureDialogProps) {
  const { row, dialog, picture } = session.state;
  if (dialog !== 'pictures' || !row) return null;
  const pictures = picturesOf(row.reading, row.packet.images ?? null);
  const at = Math.min(picture, pictures.list.length - 1);
  const medium = pictures.list[at];
  if (!medium) return null;
  const go = (by: 1 | -1) => session.lookAtPictures((at + by + pictures.list.length) % pictures.list.length);
  const several = pictures.list.length > 1;
  return (
    <Dialog title={titleOf(medium, at, pictures.list.length)} onClose={onClose} class="picture-dialog">
      <OnePicture key={pictureKey(medium)} {...{ session, medium, pictures, several, go }} />
    </Dialog>
  );
}

function titleOf(medium: Medium, at: number, of: number): string {
  const name = medium.file || pathText(medium.path);
  return of > 1 ? `${name} (${at + 1} of ${of})` : name;
}

interface OnePictureProps {
  session: Session;
  medium: Medium;
  pictures: RowPictures;
  several: boolean;
  go: (by: 1 | -1) => void;
}

function OnePicture({ session, medium, pictures, several, go }: OnePictureProps) {
  const facts = pictures.facts(medium);
  if (!facts || facts.fault !== null)
    return (
      <div
        class="picture-work"
        tabIndex={-1}
        data-first
        ref={(node) => node?.focus()}
        onKeyDown={turnPages(go)}
      >
        <BrokenPicture message={facts?.message ?? 'It was not looked up.'} path={medium.path} />
        {several && <Keys words={PAGES} />}
      </div>
    );
  return <MarkedPicture {...{ session, medium, pictures, several, go, facts }} />;
}

function turnPages(go: (by: 1 | -1) => void) {
  return ({ key }: KeyboardEvent) => {
    if (key === ']') go(1);
    if (key === '[') go(-1);
  };
}

type MarkedPictureProps = OnePictureProps & { facts: Extract<ImageFacts, { fault: null }> };

function MarkedPicture({ session, medium, pictures, several, go, facts }: MarkedPictureProps) {
  const [current, setCurrent] = useState<string | null>(null);
  const digest = useDigest(medium);
  const own = ownRegions(drawnRegions(session.decisions), medium);
  const regions: MarkedRegion[] = [...marksOf(pictures.regions(medium), facts), ...own];
  const step = (by: number) => {
    const at = regions.findIndex(({ id }) => id === current);
    setCurrent(regions[(at + by + regions.length) % Math.max(regions.length, 1)]?.id ?? null);
  };
  const remove = (region: OwnRegion | undefined) => {
    if (region)
      void markRegion(session, region.target, { shape: region.shape, label: region.label, on: false });
  };
  const keep = (shape: MarkedRegion['shape'], label: string) => {
    const { path, file } = medium;
    const target = { kind: 'region' as const, region: crypto.randomUUID(), path, file, image: digest ?? '' };
    void markRegion(session, target, { shape, label, on: true });
    setCurrent(target.region);
  };
  const onKey = (key: string): boolean => {
    if (key === ']' && several) go(1);
    else if (key === '[' && several) go(-1);
    else if (key === 'j') step(1);
    else if (key === 'k') step(current === null ? 0 : -1);
    else if (key === 'Delete') remove(own.find(({ id }) => id === current));
    else if (key === 'Backspace') void session.undo();
    else return false;
    return true;
  };
  return (
    <div class="picture-work">
      <PictureStage
        medium={medium}
        image={facts}
        regions={regions}
        current={current}
        onKeep={keep}
        onKey={onKey}
      />
      <RegionList
        regions={regions}
        current={current}
        drifted={new Set(own.flatMap(({ id, target }) => (digest && target.image !== digest ? [id] : [])))}
        onPick={setCurrent}
      />
      <Keys words={several ? [...LOOK, ...PAGES, ...MARK] : [...LOOK, ...MARK]} />
    </div>
  );
}

/** The digest of an image's bytes; null until it is known. */
function useDigest(medium: Medium): string | null {
  const services = useContext(TextContext);
  const [digest, setDigest] = useState<string | null>(null);
  useEffect(() => {
    if (services.kind === 'live') services.pictures.digest(medium).then(setDigest, () => undefined);
  }, [pictureKey(medium), services]);
  return digest;
}

type KeyWords = readonly (readonly [words: string, ...caps: string[]])[];

const LOOK: KeyWords = [
  ['Zoom', '+', '-'],
  ['Fit', '0'],
  ['Turn', 'r'],
  ['Move', '←', '↑', '↓', '→'],
];
const PAGES: KeyWords = [['Next, previous picture', ']', '[']];
const MARK: KeyWords = [
  ['Box', 'b'],
  ['Point', 'p'],
  ['Regions', 'j', 'k'],
  ['Delete yours', 'Del'],
  ['Undo', '⌫'],
  ['Close', 'Esc'],
];

function Keys({ words }: { words: KeyWords }) {
  return (
    <p class="picture-keys mut">
      {words.map(([what, ...caps]) => (
        <span>
          {what}{' '}
          {caps.map((cap) => (
            <kbd>{cap}</kbd>
          ))}
        </span>
      ))}
    </p>
  );
}
