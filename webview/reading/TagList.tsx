import { Icon } from '../Icon';

/** The concepts that one tagged a row or a step with: told apart from the dataset's own by their sign. */
export function TagList({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul class="tag-list" aria-label="Your tags">
      {tags.map((name) => (
        <li key={name}>
          <Icon name="tag" /> {name}
        </li>
      ))}
    </ul>
  );
}
