/** Who looks at the panel: the person, their company, and the company that serves them. */
import { createContext, use } from 'react'

export type PanelSession = {
  person: { id: string; name: string; email: string; isSupervisor: boolean; language: 'pl' | 'en' }
  client: { id: string; name: string }
  company: {
    name: string
    timezone: string
    logo?: string | null
    phone?: string | null
    kind?: 'live' | 'sandbox' | 'demo'
  }
  now: string
}

export const PanelSessionContext = createContext<PanelSession | undefined>(undefined)

export function usePanelSession(): PanelSession {
  const session = use(PanelSessionContext)
  if (!session) throw new Error('no session: this screen is outside the panel frame')
  return session
}

export const panelSignInPath = '/panel/sign-in'
