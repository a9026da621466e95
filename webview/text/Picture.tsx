import { useContext, useEffect, useState } from 'preact/hooks';
import { TextContext } from './text-services';

/** An image from the dataset's folder. The page gets its bytes; it never reads a file or an address itself. */
export function Picture({ file, description }: { file: string; description: string }) {
  const services = useContext(TextContext);
  const [address, setAddress] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    if (services.kind !== 'live') return;
    let made: string | null = null;
    let gone = false;
    services.image(file).then(
      ({ bytes, type }) => {
        if (gone) return;
        made = URL.createObjectURL(new Blob([bytes], { type }));
        setAddress(made);
      },
      (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [file, services]);
  const shown = services.kind === 'static' ? (services.images.get(file) ?? null) : address;
  if (trouble !== null) return <span class="broken why">{trouble}</span>;
  if (shown === null) return <span class="picture waiting">{description || file}</span>;
  return <img class="picture" src={shown} alt={description || file} />;
}
