import { actions } from '../src/protocol/actions';
import type { Action } from '../src/protocol/actions';
import type { AnswerSession } from './answer-session';
import { askModel } from './ask-model';
import type { CutSession } from './cut-session';
import { settleDrift } from './drifted-labels';
import type { GroupSession } from './group-session';
import type { ReviewSession } from './review-session';
import type { Session } from './session';
import type { TableSession } from './table-session';

/** What keys act on. */
export interface Sessions {
  session: Session;
  answers: AnswerSession;
  cuts: CutSession;
  table: TableSession;
  group: GroupSession;
  review: ReviewSession;
}

/** What each action does to the session. */
export function perform(
  { session, answers, cuts, table, group, review }: Sessions,
  action: Action,
): void | Promise<void> {
  const { cursor } = session.state;
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
    case 'answer1':
    case 'answer2':
    case 'answer3':
    case 'answer4':
    case 'answer5':
    case 'answer6':
    case 'answer7':
    case 'answer8':
    case 'answer9':
    case 'answer0':
    case 'answerB':
    case 'answerG':
    case 'answerM':
    case 'answerN':
    case 'answerU':
    case 'answerY':
      return answers.key(actions[action].key);
    case 'confirmAnswer':
      return answers.confirm();
    case 'nextQuestion':
      return answers.ask(1);
    case 'previousQuestion':
      return answers.ask(-1);
    case 'chooseScheme':
      return session.ask((host) => host.chooseScheme());
    case 'editScheme':
      return session.ask((host) => host.editScheme());
    case 'giveUp':
      return session.setDialog('giveUp');
    case 'comment':
      return session.setDialog('comment');
    case 'lastDecisions':
      return session.setDialog('decisions');
    case 'carryLabels':
      return settleDrift(session, 'carry');
    case 'dropLabels':
      return settleDrift(session, 'drop');
    case 'wholeWindow':
      return session.toggle('whole');
    case 'tagRow':
      return table.tagRow();
    case 'tagStep':
      return session.setDialog('tagStep');
    case 'undo':
      return session.undo();
    case 'nextStep':
      if (answers.asks) return answers.go(1);
      if (session.state.view === 'review') return review.move(1);
      return session.move({ step: cursor.step + 1 });
    case 'previousStep':
      if (answers.asks) return answers.go(-1);
      if (session.state.view === 'review') return review.move(-1);
      return session.move({ step: cursor.step - 1 });
    case 'nextTrace':
      if (answers.asks) return answers.turn(1);
      if (session.state.view === 'review') return review.turn(1);
      return session.move({ trace: (cursor.trace + 1) % Math.max(session.traces.length, 1) });
    case 'previousTrace':
      if (answers.asks) return answers.turn(-1);
      if (session.state.view === 'review') return review.turn(-1);
      return session.move({
        trace: (cursor.trace + session.traces.length - 1) % Math.max(session.traces.length, 1),
      });
    case 'nextRow':
      return session.inSight.go(1);
    case 'previousRow':
      return session.inSight.go(-1);
    case 'divideStep':
      return cuts.divide();
    case 'joinStep':
      return cuts.join();
    case 'takeCut':
      return cuts.takeOver();
    case 'flag':
      return table.flag();
    case 'answerFlag':
      return session.askForAnswer();
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
    case 'pinReference':
      session.toggle('pinned');
      return session.ask((host) => host.setPinned(session.state.shown.pinned));
    case 'toggleGuideline':
      return session.toggle('guideline');
    case 'toggleOthers':
      return session.toggle('others');
    case 'toggleSource':
      return session.toggle('source');
    case 'toggleRows':
      return session.toggle('rows');
    case 'toggleChanges':
      return session.toggle('changes');
    case 'toggleMode':
      return session.toggleMode();
    case 'viewPictures':
      return session.lookAtPictures(0);
    case 'viewFocus':
      if (session.state.view === 'review') return leaveReview({ session, answers, table, review });
      return session.state.view === 'group' ? group.open() : table.show('focus');
    case 'viewTable':
      return table.show('table');
    case 'viewGroup':
      return table.rowInHand().then((row) => group.show(row));
    case 'viewReview':
      return review.show();
    case 'askModel':
      return askModel(session, answers);
    case 'acceptRow':
      return review.curate('accepted');
    case 'rejectRow':
      return review.curate('rejected');
    case 'fixRow':
      return review.fix();
    case 'skipReview':
      return review.curate('skipped');
    case 'settleGood':
      return review.settle('good');
    case 'settleNeutral':
      return review.settle('neutral');
    case 'settleBad':
      return review.settle('bad');
    case 'settleUnsure':
      return review.settle('unsure');
    case 'takeFirst':
      return review.take(0);
    case 'takeSecond':
      return review.take(1);
    case 'takeThird':
      return review.take(2);
    case 'takeFourth':
      return review.take(3);
    case 'decide1':
    case 'decide2':
    case 'decide3':
    case 'decide4':
    case 'decide5':
    case 'decide6':
    case 'decide7':
    case 'decide8':
    case 'decide9':
    case 'decide0':
      return review.own.byKey(action);
    case 'decideByName':
      return review.own.confirm();
    case 'settleAgreed':
      return review.settleAgreed();
    case 'settleAllAgreed':
      return review.settleAllAgreed();
    case 'find':
      if (session.state.shown.whole) session.toggle('whole'); // the query line has no place there
      return session.find();
    case 'clearQuery':
      if (review.own.writing) return review.own.leave();
      if (answers.asks && session.state.asking.writing) return answers.leave();
      return session.state.view === 'group' ? group.leave() : table.clear();
    case 'saveQueue':
      return session.ask((host) => host.saveQueue());
    case 'chooseQueue':
      return session.ask((host) => host.chooseQueue());
    case 'chooseSort':
      return session.ask((host) => host.chooseSort());
    case 'chooseColumns':
      return session.ask((host) => host.chooseColumns());
    case 'rowBelow':
      return table.goBy(1);
    case 'rowAbove':
      return table.goBy(-1);
    case 'pageBelow':
      return table.goByPages(1);
    case 'pageAbove':
      return table.goByPages(-1);
    case 'firstRow':
      return table.goTo(0);
    case 'lastRow':
      return table.goToLast();
    case 'openRow':
      return table.openRow();
    case 'selectRow':
      return table.toggleSelected();
    case 'selectTo':
      return table.selectTo();
    case 'linkRows':
      return table.linkRows();
    case 'nextMember':
      return group.goBy(1);
    case 'previousMember':
      return group.goBy(-1);
    case 'memberBelow':
      return group.goByLines(1);
    case 'memberAbove':
      return group.goByLines(-1);
    case 'firstMember':
      return group.goTo(0);
    case 'lastMember':
      return group.goToLast();
    case 'openMember':
      return group.open();
    case 'nextGroup':
      return group.turn(1);
    case 'previousGroup':
      return group.turn(-1);
    case 'exportRows':
      return session.ask((host) => host.exportRows(table.chosenRows));
    case 'changeRows':
      return session.ask((host) => host.changeRows(table.chosenRows));
    case 'makeVariants':
      return table.makeVariants();
    case 'makeDataset':
      return session.ask((host) => host.makeDataset());
    case 'editField':
      return table.editRow('field');
    case 'editRow':
      return table.editRow('row');
    case 'addRow':
      return table.editRow('add');
    case 'duplicateRow':
      return table.duplicateRow();
    case 'deleteRow':
      return table.deleteRows();
    case 'moveRowUp':
      return table.moveRow(-1);
    case 'moveRowDown':
      return table.moveRow(1);
    case 'showKeys':
      return session.setDialog(session.state.dialog === 'keys' ? null : 'keys');
    case 'goToRow':
      return session.ask((host) => host.askForRow());
    case 'measures':
      return session.ask((host) => host.measures());
    case 'evidence':
      return session.ask((host) => host.evidence());
    case 'chooseProfile':
      return session.ask((host) => host.chooseProfile());
    case 'mapFields':
      return table.mapFields();
    case 'convertFile':
      return session.ask((host) => host.convertFile());
    case 'openAsText':
      return table.openAsText();
  }
}

/** Reads the row at what was in hand in the review, where it is asked. */
async function leaveReview({
  session,
  answers,
  table,
  review,
}: Pick<Sessions, 'session' | 'answers' | 'table' | 'review'>): Promise<void> {
  const { answerInHand } = review;
  await table.show('focus');
  if (!answerInHand) return;
  session.inSight.toFirstDue(); // behind the traces there is nothing to read
  answers.goToDecided(answerInHand);
}
