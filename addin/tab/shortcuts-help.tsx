import type { RefObject } from 'preact';
import { t } from './tab-words.ts';

/** What the keyboard does in the table. */
export function ShortcutsHelp({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t.shortcuts}</h2>
      <p>{t.shortcutsIn}</p>
      <table class="plain">
        <tbody>
          {t.shortcutList.map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <form method="dialog" class="buttons">
        <button type="submit" class="button">
          {t.close}
        </button>
      </form>
    </dialog>
  );
}
