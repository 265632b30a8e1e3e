/** The paper speaks Polish whatever the reader's language, so its words come from the Polish catalogue. */
import { contractsPl } from '#words/contracts.pl.ts'
import { kitPl } from '#words/kit.pl.ts'

export const allPaperWords = {
  heads: contractsPl.editor.paperHeads,
  between: contractsPl.editor.between,
  priorities: kitPl.priorities,
}
