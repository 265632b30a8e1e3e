/** What the server of this room says by itself: the mails of collection. */
import { collectionEn } from '#words/collection.en.ts'
import { collectionPl } from '#words/collection.pl.ts'
import type { Lang } from '#words/words.ts'

export const collectionWords = (language: Lang): typeof collectionPl =>
  ({ pl: collectionPl, en: collectionEn })[language] as typeof collectionPl
