import { isStepLabel } from '../../src/core/annotation/label-kinds';
import { placeOf } from '../../src/core/annotation/target-place';
import { stepName, stepTarget } from '../../src/core/cut/step-target';
import { stepsBeginningIn } from '../../src/core/cut/team-cuts';
import type { TeamCut } from '../../src/core/cut/team-cuts';
import type { StandingDecision } from '../../src/protocol/page';
import { RichText } from '../text/RichText';
import { RulingSign } from './RulingSign';

interface CutsHereProps {
  cuts: readonly TeamCut[];
  /** The dataset's step, 0-based. */
  at: number;
  said: readonly StandingDecision[];
}

/** How each cuts a step of the dataset, with what they say of their pieces. */
export function CutsHere({ cuts, at, said }: CutsHereProps) {
  return (
    <ul class="cuts" aria-label={`Cuts of step ${at + 1}`}>
      {cuts.map((cut) => (
        <li key={cut.by.join()}>
          <b class="who">{cut.by.join(', ')}</b>
          <Pieces cut={cut} at={at} said={said} />
        </li>
      ))}
    </ul>
  );
}

function Pieces({ cut: { by, trace }, at, said }: Omit<CutsHereProps, 'cuts'> & { cut: TeamCut }) {
  const places = stepsBeginningIn(trace, at);
  const [first] = places;
  if (first === undefined) return <span class="mut">joined to the step before</span>;
  if (places.length === 1 && !trace.steps[first]?.cut?.piece) return <span class="mut">one step</span>;
  return (
    <div class="pieces">
      {places.map((place) => (
        <div class="piece" key={place}>
          <span class="n">{stepName(trace, place)}</span>
          <span class="signs">
            {by.map((name) => (
              <LabelBy name={name} trace={trace} place={place} said={said} />
            ))}
          </span>
          <span class="text">
            <PieceText trace={trace} place={place} />
          </span>
        </div>
      ))}
    </div>
  );
}

/** The texts of a piece, one behind the other where it was joined. */
function PieceText({ trace, place }: { trace: TeamCut['trace']; place: number }) {
  const step = trace.steps[place];
  if (!step) return null;
  const texts = [step, ...(step.joined ?? [])].map(({ source }) => source);
  return texts.map((source, part) => (
    <>
      {part > 0 && ' '}
      <RichText source={source} inline />
    </>
  ));
}

interface LabelByProps {
  name: string;
  trace: TeamCut['trace'];
  place: number;
  said: readonly StandingDecision[];
}

function LabelBy({ name, trace, place, said }: LabelByProps) {
  const target = stepTarget(trace, place);
  if (!target) return null;
  const here = placeOf(target);
  for (const { decision } of said) {
    if (!isStepLabel(decision) || decision.annotator !== name || placeOf(decision.target) !== here) continue;
    return (
      <span title={name}>
        <RulingSign ruling={decision.value} />
      </span>
    );
  }
  return null;
}
