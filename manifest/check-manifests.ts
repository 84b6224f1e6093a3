import { AppManifestUtils } from '@microsoft/app-manifest';
import { codeProblems } from './check-code.ts';
import { iconProblems } from './check-icons.ts';
import { languageProblems } from './check-languages.ts';
import { parityProblems } from './check-parity.ts';
import { structureProblems } from './check-structure.ts';
import type { LanguageFile } from './language-file.ts';
import type { Unified } from './unified-manifest.ts';

/** What is packed, and the folders the server answers its addresses from. */
export type Parts = {
  unified: Unified;
  /** Texts of the other languages, by the name of their file. */
  languages: Record<string, LanguageFile>;
  addinOnly: string;
  icons: string;
  pages: string;
};

/** Everything that is wrong with the manifests, by themselves, with each other and with the code; empty when nothing is. */
export async function manifestProblems(parts: Parts): Promise<string[]> {
  const { unified, languages, addinOnly, icons } = parts;
  const structure = structureProblems(addinOnly);
  return [
    ...(await AppManifestUtils.validateAgainstSchema(unified as never)).map((problem) => `manifest.json: ${problem}`),
    ...languageProblems(unified, languages),
    ...structure,
    // What is not well-formed cannot be compared.
    ...(structure.length ? [] : parityProblems(unified, addinOnly, languages)),
    ...codeProblems(parts),
    ...iconProblems(unified, addinOnly, icons),
  ];
}
