/** The rooms whose words the panel needs, in English. */
import { clockEn } from './clock.en.ts'
import { kitEn } from './kit.en.ts'
import { panelEn } from './panel.en.ts'
import { refusalsEn } from './refusals.en.ts'

export const panelSetEn = { clock: clockEn, kit: kitEn, panel: panelEn, refusals: refusalsEn }
