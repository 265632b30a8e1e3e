/** The rooms whose words the panel needs, in Polish. */
import { clockPl } from './clock.pl.ts'
import { kitPl } from './kit.pl.ts'
import { panelPl } from './panel.pl.ts'
import { refusalsPl } from './refusals.pl.ts'

export const panelSetPl = { clock: clockPl, kit: kitPl, panel: panelPl, refusals: refusalsPl }
