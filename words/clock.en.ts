import type { Words } from './words.ts'
import type { clockPl } from './clock.pl.ts'

export const clockEn: Words<typeof clockPl> = {}
