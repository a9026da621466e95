/** Says what would be measured. */
export function NothingMeasured({ name }: { name: string }) {
  return (
    <div class="blank">
      <p>No row of {name} says whether a try is right, or has a score.</p>
      <p class="mut">
        Verdicts on traces would, fields such as correct, solved_by_MODEL or Variant 1 (correct, fail), and
        numbers such as difficulty or pass_rate.
      </p>
    </div>
  );
}
