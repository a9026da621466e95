import type { Rubric } from './rubric';

const SIZE = 260;
const RADIUS = 84;
const RINGS = [0.25, 0.5, 0.75, 1];

/** The means of a rubric's dimensions, around a circle. The numbers stand at the names. */
export function RubricRadar({ rubric: { name, dimensions, most } }: { rubric: Rubric }) {
  const at = (dimension: number, share: number): [number, number] => {
    const angle = (2 * Math.PI * dimension) / dimensions.length - Math.PI / 2;
    return [SIZE / 2 + RADIUS * share * Math.cos(angle), SIZE / 2 + RADIUS * share * Math.sin(angle)];
  };
  const ring = (share: number) => dimensions.map((_, dimension) => at(dimension, share).join(',')).join(' ');
  const means = dimensions.map(({ mean }, dimension) => at(dimension, mean / most).join(',')).join(' ');
  return (
    <section>
      <header>
        <h2>Rubric: {name}</h2>
        <span class="mut num">means, of {most}</span>
      </header>
      <svg
        class="radar"
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={dimensions.map((each) => `${each.name} ${each.mean.toFixed(1)}`).join(', ')}
      >
        {RINGS.map((share) => (
          <polygon class="ring" points={ring(share)} />
        ))}
        <polygon class="means" points={means} />
        {dimensions.map((dimension, place) => {
          const [x, y] = at(place, 1.16);
          const middle = Math.abs(x - SIZE / 2) < 4;
          return (
            <text x={x} y={y + 4} text-anchor={middle ? 'middle' : x > SIZE / 2 ? 'start' : 'end'}>
              {dimension.name} {dimension.mean.toFixed(1)}
            </text>
          );
        })}
      </svg>
    </section>
  );
}
