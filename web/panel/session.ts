/** Who looks at the panel: the person, their company, the company that serves them and who looks after them. */
import { createContext, use } from 'react'
import type { Opiekun } from './panel-data.ts'

export type Hat = { tenantId: string; subjectId: string; company: string; client: string; isWorn: boolean }

/** The answer of GET /api/panel/session. */
export type PanelSession = {
  person: { id: string; name: string; email: string; isSupervisor: boolean; language: 'pl' | 'en' }
  client: { id: string; name: string }
  company: {
    tenantId: string
    name: string
    timezone: string
    phone: string
    email: string
    kind: 'live' | 'sandbox' | 'demo'
  }
  accountManager: Opiekun
  hats: readonly Hat[]
  now: string
}

export const PanelSessionContext = createContext<PanelSession | undefined>(undefined)

export function usePanelSession(): PanelSession {
  const session = use(PanelSessionContext)
  if (!session) throw new Error('no session: this screen is outside the panel frame')
  return session
}

export const panelSignInPath = '/panel/sign-in'
