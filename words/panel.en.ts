import type { Words } from './words.ts'
import type { panelPl } from './panel.pl.ts'

export const panelEn: Words<typeof panelPl> = {}
