import type { BodyCheck, HeaderCheck, SignatureResult } from '../../../../../../src/model/signature.ts';
import { Notice } from '../../../../components/notice.tsx';
import { ScrollX } from '../../../../components/scroll-x.tsx';
import { textOfTerm, textOfWhy } from '../../../../i18n/codes/text-of-code.ts';
import { t } from '../../../../i18n/t.ts';
import { SIGNATURE } from './view-texts.ts';

/** What each signature says, every fact apart. */
export function SignatureTable({ signatures }: { readonly signatures: readonly SignatureResult[] }) {
  if (signatures.length === 0) return <Notice kind="unchecked">{t(SIGNATURE.none)}</Notice>;
  return (
    <ScrollX label={t(SIGNATURE.domain)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(SIGNATURE.domain)}</th>
            <th scope="col">{t(SIGNATURE.headers)}</th>
            <th scope="col">{t(SIGNATURE.body)}</th>
            <th scope="col">{t(SIGNATURE.key)}</th>
          </tr>
        </thead>
        <tbody>
          {signatures.map((signature, index) => (
            <tr key={index}>
              <td class="break">
                {signature.domain} <span class="soft">{signature.kind}</span>
              </td>
              <td>{tellCheck(signature.header)}</td>
              <td>{tellCheck(signature.body)}</td>
              <td>
                {signature.key === null ? (
                  <span class="soft">{t(SIGNATURE.noKey)}</span>
                ) : (
                  tellKey(signature.key)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function tellCheck(check: HeaderCheck | BodyCheck): string {
  return t(SIGNATURE[check.type], check.type === 'not-checkable' ? { why: t(textOfWhy(check.why)) } : {});
}

function tellKey({ trust, algorithm, bits }: NonNullable<SignatureResult['key']>): string {
  return `${algorithm} ${bits} (${t(textOfTerm('trust', trust))})`;
}
