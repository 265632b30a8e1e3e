/**
 * The screens of the staff app and their places in the menu. A room adds a line here and a
 * file with a default export; each screen is its own chunk.
 */
import type { ComponentType } from 'react'
import type { Icon } from './kit/tabs.tsx'
import type { Screen } from './kit/start.tsx'
import type { AllWords } from './kit/words.tsx'
import type { Role } from './session.ts'

export type StaffScreen = Screen & {
  nav?: {
    label: (words: AllWords) => string
    icon: Icon
    group: 'work' | 'money' | 'company'
    /** G and then this letter goes there. */
    goKey?: string
    /** In the bar at the bottom of a phone (four at most). */
    phone?: boolean
    roles?: readonly Role[]
  }
}

export const staffScreens: readonly StaffScreen[] = []

/** Parts of the frame that come from rooms; each loads after the first paint. */
export const frameParts: {
  /** The command palette, opened by Ctrl K and the search field. */
  palette?: () => Promise<{ default: ComponentType<{ opened: boolean; onClose: () => void }> }>
  /** The bell in the header. */
  bell?: () => Promise<{ default: ComponentType }>
  /** One line over everything: an unconfirmed address, the clock of a sandbox. */
  banner?: () => Promise<{ default: ComponentType }>
  /** Counts beside the items of the menu, by path. */
  counts?: () => Promise<Readonly<Record<string, number>>>
} = {}
