import { useState } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { t } from '../../i18n/t.ts';
import { draftFile } from './draft-state.ts';
import { PUBLISH } from './publish-texts.ts';

/** As much as the server takes of a draft, in bytes before base64. */
const MOST = 16 * 2 ** 20;

/** Chooses a file; it is read here and sent with a check. */
export function FileField() {
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    setTooLarge(file !== undefined && file.size > MOST);
    if (file !== undefined && file.size <= MOST)
      draftFile.value = { name: file.name, size: file.size, base64: await base64Of(file) };
    input.value = '';
  };
  return (
    <>
      {/* The words that browsers put beside such a field are in the language of the browser. */}
      <label class="file-button">
        <Icon name="document" /> {t(PUBLISH.file)}
        <input
          type="file"
          class="hidden-text"
          accept=".md,.markdown,.txt,.text,.html,.htm,.docx"
          onChange={(event) => void take(event.currentTarget)}
        />
      </label>
      {tooLarge && <Notice kind="failed">{t(PUBLISH.tooLarge)}</Notice>}
    </>
  );
}

async function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  reader.onload = () => resolve(String(reader.result));
  reader.onerror = () => reject(reader.error);
  reader.readAsDataURL(file);
  return (await promise).replace(/^data:[^,]*,/u, '');
}
