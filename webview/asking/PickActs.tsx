import type { AnswerSession } from '../answer-session';
import { Button } from '../controls';
import { OwnKeys } from '../frame/OwnKeys';
import { Icon } from '../Icon';
import { titleOfValue } from './answer-words';

/** The part of the text that is in hand, the keys that change it, and those that give the answer. */
export function PickActs({ answers }: { answers: AnswerSession }) {
  const { question } = answers;
  if (!question) return null;
  const onKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const value = question.values.find((each) => each.key === key);
    if (key === 'ArrowRight') answers.walk(shiftKey ? 'stretch' : 'next');
    else if (key === 'ArrowLeft') answers.walk(shiftKey ? 'unstretch' : 'previous');
    else if (key === 'ArrowUp') answers.walk('grow');
    else if (key === 'ArrowDown') answers.walk('shrink');
    else if (key === 'Enter') void answers.give(null);
    else if (key === 'Escape') void answers.endPicking();
    else if (value) void answers.give(String(value.value));
    else return false;
    return true;
  };
  return (
    <OwnKeys label={question.title} onKey={onKey} onLeave={() => answers.leavePicking()}>
      <span class="need">
        <Icon name="selection" /> {question.title}
      </span>
      <span class="spoken" role="status">
        {answers.picked?.text}
      </span>
      <Button look="quiet" onPress={() => answers.walk('next')}>
        Next <kbd>→</kbd>
      </Button>
      <Button look="quiet" onPress={() => answers.walk('shrink')}>
        Into <kbd>↓</kbd>
      </Button>
      <Button look="quiet" onPress={() => answers.walk('grow')}>
        Out <kbd>↑</kbd>
      </Button>
      <Button look="quiet" onPress={() => answers.walk('stretch')}>
        More <kbd>⇧→</kbd>
      </Button>
      {question.values.length === 0 && (
        <Button look="quiet" onPress={() => void answers.give(null)}>
          Choose <kbd>↵</kbd>
        </Button>
      )}
      {question.values.map((value) => (
        <Button look="quiet" title={value.guideline} onPress={() => void answers.give(String(value.value))}>
          {titleOfValue(value)} <kbd>{value.key}</kbd>
        </Button>
      ))}
      <Button look="quiet" onPress={() => void answers.endPicking()}>
        {question.many ? 'Done' : 'Leave'} <kbd>Esc</kbd>
      </Button>
    </OwnKeys>
  );
}
