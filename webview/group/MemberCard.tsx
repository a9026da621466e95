import { flagThreads } from '../../src/core/annotation/flag-thread';
import { useContext } from 'preact/hooks';
import { statusOfRow } from '../../src/core/annotation/labelling';
import type { RowStatus } from '../../src/core/annotation/labelling';
import { counted } from '../../src/core/counted';
import type { LinkType } from '../../src/core/profile/profile';
import type { PageMember } from '../../src/protocol/group';
import { languageAttributes } from '../text/language-attributes';
import { Icon } from '../Icon';
import { cutAsDecided } from '../loaded-row';
import type { LoadedRow } from '../loaded-row';
import { FindingsBadge } from '../rows/FindingsBadge';
import { STATUS_SIGNS } from '../rows/status-signs';
import { Picture } from '../pictures/Picture';
import { PicturesContext, unplaced, useRowPictures } from '../pictures/row-pictures';
import { RichText } from '../text/RichText';
import type { MemberMarks } from './member-marks';
import { placeWords } from './group-words';

interface MemberCardProps {
  member: PageMember;
  /** Undefined while it is read, null when it is gone. */
  row: LoadedRow | null | undefined;
  type: LinkType;
  at: number;
  seed: boolean;
  result: boolean;
  current: boolean;
  /** How it stands since something was decided here. */
  decided: { status: RowStatus; flags: number } | undefined;
  marks: MemberMarks;
  /** How its answer stands to that of the others, where it should be the same. */
  answerDiffers: boolean;
  onPick: () => void;
  onOpen: () => void;
}

/** One row of a group: its place, how it stands, its problem and answer. */
export function MemberCard(props: MemberCardProps) {
  const { member, row, type, at, seed, result, current, decided, onPick, onOpen } = props;
  const words = placeWords(type, member.place, seed);
  const look = [seed ? 'seed' : '', result ? 'result' : '', current ? 'cur' : ''].join(' ');
  const name = [words, rowWords(member)].filter(Boolean).join(', ');
  return (
    <article
      class={`member ${look}`}
      data-member={at}
      tabIndex={current ? 0 : -1}
      aria-label={name}
      aria-current={current ? 'true' : undefined}
      onClick={onPick}
      onDblClick={onOpen}
    >
      <header>
        {words !== '' && <b class="place">{words}</b>}
        <span class="mut num">{rowWords(member)}</span>
        {row && <Standing row={row} decided={decided} />}
      </header>
      {row === null && <p class="missing">This row is not there any more.</p>}
      {row && <MemberBody {...props} row={row} />}
    </article>
  );
}

function MemberBody(props: MemberCardProps & { row: LoadedRow }) {
  const { reading, packet, parsed } = props.row;
  const pictures = useRowPictures(reading, packet.images);
  if (parsed.kind !== 'value') return <p class="missing">This row is not JSON.</p>;
  return (
    <PicturesContext.Provider value={pictures}>
      <MemberTexts {...props} />
    </PicturesContext.Provider>
  );
}

function MemberTexts({ row, member, type, marks, answerDiffers }: MemberCardProps & { row: LoadedRow }) {
  const { problem, media, choices, answers } = row.reading;
  const pictures = useContext(PicturesContext);
  const language = languageAttributes(type === 'translation' ? member.place : problem[0]?.language);
  return (
    <>
      <div class="text problem-text" {...language}>
        {problem.map((source) => (
          <RichText source={source} field="problem" marks={marks.get(source)} />
        ))}
        {problem.length === 0 && <p class="mut">No problem text in this row</p>}
      </div>
      {unplaced(media, pictures).map((medium) => (
        <Picture medium={medium} />
      ))}
      {choices.length > 0 && (
        <ol class="member-choices text" {...language}>
          {choices.map(({ label, source }) => (
            <li>
              <b>{label}</b> <RichText source={source} inline />
            </li>
          ))}
        </ol>
      )}
      {answers.length > 0 && (
        <p class={`member-answer ${answerDiffers ? 'other' : ''}`}>
          <span class="mut">Answer</span>{' '}
          {answers.map((answer) => (
            <b>
              <RichText source={answer} field="answer" inline />
            </b>
          ))}
          {answerDiffers && (
            <span class="why">
              <Icon name="warning" /> not the same
            </span>
          )}
        </p>
      )}
    </>
  );
}

/** Label status, flags and findings, as in the row list. */
function Standing({ row, decided }: Pick<MemberCardProps, 'decided'> & { row: LoadedRow }) {
  const { packet } = row;
  const decisions = packet.standing.map(({ decision }) => decision);
  const status = decided?.status ?? statusOfRow(cutAsDecided(row, []).traces, decisions);
  const flags = decided?.flags ?? flagThreads(decisions).filter(({ open }) => open).length;
  return (
    <span class="standing">
      {packet.edited && <Sign name="edit" kind="edited" words="edited, not saved" />}
      <FindingsBadge count={packet.findings.length} listed={packet.findings} />
      {flags > 0 && <Sign name="tag" kind="badge flag" words={counted(flags, 'flag')} />}
      <Sign name={STATUS_SIGNS[status].icon} kind={`status ${status}`} words={STATUS_SIGNS[status].word} />
    </span>
  );
}

function Sign({ name, kind, words }: { name: string; kind: string; words: string }) {
  return (
    <span class={kind} role="img" aria-label={words} title={words}>
      <Icon name={name} />
    </span>
  );
}

function rowWords({ number, beside }: PageMember): string {
  if (beside) return `${beside.name}, row ${(beside.row + 1).toLocaleString('en')}`;
  return `row ${((number ?? 0) + 1).toLocaleString('en')}`;
}
