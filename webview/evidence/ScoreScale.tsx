import { THRESHOLDS } from '../../src/core/contamination/decision';

const WIDTH = 360;

/** Where a score stands between the thresholds. */
export function ScoreScale({ score }: { score: number }) {
  const [review, remove, at] = [THRESHOLDS.review, THRESHOLDS.remove, score].map((value) => value * WIDTH);
  const words = `Score ${score.toFixed(3)}. Review from ${THRESHOLDS.review}, remove from ${THRESHOLDS.remove}.`;
  return (
    <svg class="scale" viewBox={`0 0 ${WIDTH} 44`} role="img" aria-label={words}>
      <path class="line" d={`M0 22H${WIDTH}M0 18v8M${review} 18v8M${remove} 18v8M${WIDTH} 18v8`} />
      <rect class="over" x={remove} y="20" width={WIDTH - (remove ?? 0)} height="4" />
      <path class="here" d={`M${at} 17l-5-7h10z`} />
      <text class="score" x={at} y="6" text-anchor="end">
        score {score.toFixed(3)}
      </text>
      <text x="0" y="40">
        0
      </text>
      <text x={review} y="40" text-anchor="middle">
        review {THRESHOLDS.review}
      </text>
      <text x={WIDTH} y="40" text-anchor="end">
        remove {THRESHOLDS.remove}
      </text>
    </svg>
  );
}
