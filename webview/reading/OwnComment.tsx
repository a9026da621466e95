import { Icon } from '../Icon';

/** What one remarked oneself, for one's own log: nobody else sees it before the review. */
export function OwnComment({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <p class="own-comment">
      <Icon name="comment" /> {text}
    </p>
  );
}
