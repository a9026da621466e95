import type { AnswerSession } from '../answer-session';
import { Button } from '../controls';
import { OwnKeys } from '../frame/OwnKeys';
import { Icon } from '../Icon';
import { titleOfValue } from './answer-words';

/** The span that is in hand, the keys that change it, and those that give the answer. */
export function SpanActs({ answers }: { answers: AnswerSession }) {
  const { question, spans } = answers;
  if (!question) return null;
  const onKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const value = question.values.find((each) => each.key === key);
    if (key === 'ArrowRight') spans.walk(shiftKey ? 'stretch' : 'next');
    else if (key === 'ArrowLeft') spans.walk(shiftKey ? 'unstretch' : 'previous');
    else if (key === 'ArrowUp') spans.walk('grow');
    else if (key === 'ArrowDown') spans.walk('shrink');
    else if (key === 'Enter') void spans.give(null);
    else if (key === 'Escape') void spans.end();
    else if (value) void spans.give(String(value.value));
    else return false;
    return true;
  };
  return (
    <OwnKeys label={question.title} onKey={onKey} onLeave={() => spans.leave()}>
      <span class="need">
        <Icon name="selection" /> {question.title}
      </span>
      <span class="spoken" role="status">
        {spans.inHand?.text}
      </span>
      <Button look="quiet" onPress={() => spans.walk('next')}>
        Next <kbd>→</kbd>
      </Button>
      <Button look="quiet" onPress={() => spans.walk('shrink')}>
        Into <kbd>↓</kbd>
      </Button>
      <Button look="quiet" onPress={() => spans.walk('grow')}>
        Out <kbd>↑</kbd>
      </Button>
      <Button look="quiet" onPress={() => spans.walk('stretch')}>
        More <kbd>⇧→</kbd>
      </Button>
      {question.values.length === 0 && (
        <Button look="quiet" onPress={() => void spans.give(null)}>
          Choose <kbd>↵</kbd>
        </Button>
      )}
      {question.values.map((value) => (
        <Button look="quiet" title={value.guideline} onPress={() => void spans.give(String(value.value))}>
          {titleOfValue(value)} <kbd>{value.key}</kbd>
        </Button>
      ))}
      <Button look="quiet" onPress={() => void spans.end()}>
        {question.many ? 'Done' : 'Leave'} <kbd>Esc</kbd>
      </Button>
    </OwnKeys>
  );
}
