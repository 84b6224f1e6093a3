import { useState } from 'preact/hooks';
import { askBytes } from './api-client.ts';
import { showSize } from './show-values.ts';
import { say } from './tab-state.ts';
import { troubleOf } from './trouble.ts';

type File = { id: string; name: string; size: number };

/** Fetches a file with the sign-in a plain link could not show, and saves it. */
export function AttachmentLink({ file }: { file: File }) {
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      save(await askBytes(`/attachments/${file.id}`), file.name);
    } catch (error) {
      say(troubleOf(error).title, 'refused');
    }
    setBusy(false);
  };
  return (
    <button type="button" class="link" disabled={busy} onClick={() => void download()}>
      <bdi>{file.name}</bdi> ({showSize(file.size)})
    </button>
  );
}

function save(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
