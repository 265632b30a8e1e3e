import type { Words } from './words.ts'
import type { collectionPl } from './collection.pl.ts'

export const collectionEn: Words<typeof collectionPl> = {}
