/** The screens of the clients' panel (paths without /panel). A tab stands in the bar at the bottom. */
import type { Icon } from '../kit/tabs.tsx'
import type { Screen } from '../kit/start.tsx'
import type { PanelWords } from '../kit/words.tsx'

export type PanelScreen = Omit<Screen, 'title'> & { title?: (words: PanelWords) => string } & {
  tab?: { label: (words: PanelWords) => string; icon: Icon }
}

export const panelScreens: readonly PanelScreen[] = []

/** Counts on the tabs, by path. */
export const tabCounts: { load?: () => Promise<Readonly<Record<string, number>>> } = {}
