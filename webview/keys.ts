import type { Action } from '../src/protocol/actions';
import type { Session } from './session';

/** What each action does to the session. */
export function perform(session: Session, action: Action): void | Promise<void> {
  const { cursor, number } = session.state;
  switch (action) {
    case 'labelGood':
      return session.label('good');
    case 'labelNeutral':
      return session.label('neutral');
    case 'labelBad':
      return session.label('bad');
    case 'labelUnsure':
      return session.label('unsure');
    case 'verdictRight':
      return session.judge('right');
    case 'verdictWrong':
      return session.judge('wrong');
    case 'verdictLucky':
      return session.judge('right-answer-wrong-reasoning');
    case 'undo':
      return session.undo();
    case 'nextStep':
      return session.move({ step: cursor.step + 1 });
    case 'previousStep':
      return session.move({ step: cursor.step - 1 });
    case 'nextTrace':
      return session.move({ trace: (cursor.trace + 1) % Math.max(session.traces.length, 1) });
    case 'previousTrace':
      return session.move({
        trace: (cursor.trace + session.traces.length - 1) % Math.max(session.traces.length, 1),
      });
    case 'nextRow':
      return session.show(number + 1);
    case 'previousRow':
      return session.show(number - 1);
    case 'flag':
      return session.setDialog('flag');
    case 'badProblem':
      return session.mark('bad-problem');
    case 'skip':
      return session.mark('skipped');
    case 'toggleHints':
      return session.toggle('hints');
    case 'toggleConcepts':
      return session.toggle('concepts');
    case 'toggleSolution':
      return session.toggle('solution');
    case 'toggleGuideline':
      return session.toggle('guideline');
    case 'toggleOthers':
      return session.toggle('others');
    case 'toggleSource':
      return session.toggle('source');
    case 'toggleRows':
      return session.toggle('rows');
    case 'toggleMode':
      return session.toggleMode();
    case 'showKeys':
      return session.setDialog(session.state.dialog === 'keys' ? null : 'keys');
    case 'goToRow':
      return session.askForRow();
    case 'chooseProfile':
      return session.chooseProfile();
    case 'openAsText':
      return session.openAsText();
  }
}
