/**
 * The only fonts of our documents: Inter and Source Serif 4 from npm. Fonts of the machine
 * are never used, so that a document looks the same wherever it is made.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const families = [
  ['@expo-google-fonts/inter', 'Inter'],
  ['@expo-google-fonts/source-serif-4', 'SourceSerif4'],
] as const
const cuts = ['400Regular', '400Regular_Italic', '500Medium', '600SemiBold', '700Bold']

export function readFonts(): Buffer[] {
  const require = createRequire(import.meta.url)
  return families.flatMap(([folder, name]) =>
    cuts.map((cut) => readFileSync(require.resolve(`${folder}/${cut}/${name}_${cut}.ttf`))),
  )
}
