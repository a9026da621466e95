import { useContext, useEffect, useState } from 'preact/hooks';
import { errorMessage } from '../../src/core/error-message';
import type { Medium } from '../../src/core/profile/reading';
import { pictureKey } from '../../src/core/profile/row-pictures';
import { TextContext } from '../text/text-services';

/** The address of an image while it is shown, or why there is none. Null while it is fetched. */
export function useAddress(medium: Medium): { address: string | null; trouble: string | null } {
  const services = useContext(TextContext);
  const [state, setState] = useState<{ address: string | null; trouble: string | null }>({
    address: null,
    trouble: null,
  });
  useEffect(() => {
    if (services.kind !== 'live') return undefined;
    let gone = false;
    services.pictures.take(medium).then(
      (address) => gone || setState({ address, trouble: null }),
      (error: unknown) => gone || setState({ address: null, trouble: errorMessage(error) }),
    );
    return () => {
      gone = true;
      services.pictures.letGo(medium);
    };
  }, [pictureKey(medium), services]);
  return state;
}
