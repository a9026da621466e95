import { Icon } from '../Icon';
import { placeWords } from './region-words';
import type { MarkedRegion } from './RegionMarks';

interface RegionListProps {
  regions: MarkedRegion[];
  current: string | null;
  /** Those that were drawn in another image under the same name. */
  drifted: ReadonlySet<string>;
  onPick: (id: string) => void;
}

/** The regions of an image, those of the dataset first. */
export function RegionList({ regions, current, drifted, onPick }: RegionListProps) {
  return (
    <div class="region-list">
      <h3>Regions</h3>
      {regions.length === 0 && <p class="mut">None yet.</p>}
      <ul>
        {regions.map(({ id, label, shape, by }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === current} onClick={() => onPick(id)} tabIndex={-1}>
              <span class="label">{label === '' ? 'no label' : label}</span>
              <span class="mut num">
                {by === 'dataset' ? 'dataset' : 'yours'}, {placeWords(shape)}
              </span>
              {drifted.has(id) && (
                <span class="mut">
                  <Icon name="warning" /> the image changed since
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
