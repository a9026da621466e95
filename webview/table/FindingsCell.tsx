import type { ListedRow } from '../../src/protocol/table';
import { Icon } from '../Icon';
import { SEVERITY_ICONS } from '../severity-icons';
import { ruleWords } from './rule-words';

/** The first findings of a row, one a line, and how many more there are. */
export function FindingsCell({ findings, count }: { findings: ListedRow['findings']; count: number }) {
  const shown = findings.slice(0, 2);
  const more = count - shown.length;
  return (
    <>
      {shown.map(({ rule, severity }, at) => (
        <span class={`find ${severity}`} title={`${severity}: ${ruleWords(rule)}`}>
          <Icon name={SEVERITY_ICONS[severity]} />
          <span class="rule">{ruleWords(rule)}</span>
          {more > 0 && at === shown.length - 1 && <span class="more">+{more}</span>}
        </span>
      ))}
    </>
  );
}
