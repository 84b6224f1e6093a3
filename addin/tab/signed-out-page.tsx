import { useState } from 'preact/hooks';
import { reload } from './lead-rows.ts';
import { signedIn, signInAgain } from './session.ts';
import { loadPeople, me } from './tab-state.ts';
import { t } from './tab-words.ts';
import { TroubleNote } from './trouble-note.tsx';

/** Nobody is signed in whom the lead service would know. */
export function SignedOutPage() {
  const [failed, setFailed] = useState<string>();
  const signIn = async () => {
    try {
      await signInAgain();
      // Somebody else may look at it by now; as long as it is nobody, the leads are asked for along with who it is.
      await Promise.all([reload(), me.peek() && loadPeople()]);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <main class="message">
      <div role="alert">
        <h1>{signedIn.value === 'expired' ? t.expired : t.signedOut}</h1>
        <p>{t.signedOutText}</p>
      </div>
      {failed && <TroubleNote trouble={{ title: t.signInFailed, detail: failed }} />}
      <p class="buttons">
        <button type="button" class="button primary" onClick={() => void signIn()}>
          {t.signIn}
        </button>
      </p>
    </main>
  );
}
