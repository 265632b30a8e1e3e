/** Who works here now: the signed-in person, the company, and its other companies. */
import { createContext, use } from 'react'

export type Role = 'owner' | 'manager' | 'accountManager' | 'technician' | 'billing'

export type Session = {
  person: { id: string; name: string; email: string; role: Role; language: 'pl' | 'en' }
  company: {
    tenantId: string
    name: string
    slug: string
    kind: 'live' | 'sandbox' | 'demo'
    timezone: string
    trade: string
  }
  companies: { tenantId: string; name: string; kind: string }[]
  isUnconfirmed: boolean
  isMailKept: boolean
  now: string
}

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('no session: this screen is outside the staff frame')
  return session
}

export const signInPath = '/sign-in'
