/** Who works here now: the signed-in person, the company, and its other companies. */
import { createContext, use } from 'react'
import type { Schemas } from './generated/client.ts'

export type Role = Session['person']['role']

export type Session = Schemas.Session

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('no session: this screen is outside the staff frame')
  return session
}

export const signInPath = '/sign-in'
