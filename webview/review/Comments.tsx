import { Icon } from '../Icon';
import type { Comment } from './review-comments';

/** What annotators remark, each by name. */
export function Comments({ of }: { of: readonly Comment[] }) {
  return of.map(({ id, annotator, value }) => (
    <p class="comment" key={id}>
      <Icon name="comment" /> <b>{annotator}</b> {value}
    </p>
  ));
}
