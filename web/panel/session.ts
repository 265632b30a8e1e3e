/** Who looks at the panel: the person, their company, the company that serves them and who looks after them. */
import { createContext, use } from 'react'
import type { Schemas } from '../generated/client.ts'

export type Hat = PanelSession['hats'][number]

/** The answer of GET /api/panel/session. */
export type PanelSession = Schemas.PanelSession

export const PanelSessionContext = createContext<PanelSession | undefined>(undefined)

export function usePanelSession(): PanelSession {
  const session = use(PanelSessionContext)
  if (!session) throw new Error('no session: this screen is outside the panel frame')
  return session
}

export const panelSignInPath = '/panel/sign-in'
