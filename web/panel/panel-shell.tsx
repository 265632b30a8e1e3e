/** The panel's frame around a screen: the service company's mark, tabs, the person, the live line. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { ApiRefusal, api } from '../kit/api.ts'
import { CompanyMark } from '../kit/brand.tsx'
import { pageClock } from '../kit/clock.ts'
import { Avatar } from '../kit/data.tsx'
import { useLive } from '../kit/live.ts'
import { PanelFrame } from '../kit/panel-frame.tsx'
import { initialsOf } from '../kit/people.ts'
import { ErrorState, SkeletonAfter } from '../kit/states.tsx'
import { useAccountLanguage, usePanelWords, useWords } from '../kit/words.tsx'
import { ZoneContext } from '../kit/zone.ts'
import { panelScreens, tabCounts } from './routes.tsx'
import { PanelSessionContext, type PanelSession } from './session.ts'

// The first paint does not wait for a menu.
const PersonMenu = lazy(() => import('./person-menu.tsx'))

export function PanelShell({ children }: { children: ReactNode }) {
  const { kit } = useWords()
  const {
    data: session,
    error,
    refetch,
  } = useQuery({
    queryKey: ['panel-session'],
    queryFn: () => api.get('/api/panel/session'),
    staleTime: 300_000,
  })
  if (session) return <SignedIn session={session}>{children}</SignedIn>
  if (error instanceof ApiRefusal && error.code !== 'not_signed_in')
    return (
      <ErrorState
        sentence={kit.errors.screen}
        explanation={error.message}
        incident={error.incident}
        onRetry={() => void refetch()}
      />
    )
  if (error && !(error instanceof ApiRefusal))
    return (
      <ErrorState
        sentence={kit.errors.offline}
        explanation={kit.errors.offlineWhy}
        onRetry={() => void refetch()}
        retrySeconds={15}
      />
    )
  return <SkeletonAfter height={96} rows={3} />
}

function SignedIn({ session, children }: { session: PanelSession; children: ReactNode }) {
  useLive('/api/panel/live')
  const words = usePanelWords()
  const { company, client, person } = session
  useEffect(
    () => pageClock.follow({ nowMs: Date.parse(session.now), standsStill: company.kind === 'sandbox' }),
    [session, company.kind],
  )
  useAccountLanguage(person.language)
  const { data: counts } = useQuery({
    queryKey: ['conversations', { counts: true }],
    queryFn: async (): Promise<Readonly<Record<string, number>>> => (await tabCounts.load?.()) ?? {},
    enabled: tabCounts.load !== undefined,
  })
  const tabs = panelScreens.flatMap(({ path, tab }) =>
    tab ? [{ to: path, label: tab.label(words), icon: tab.icon, count: counts?.[path] }] : [],
  )
  const mark = <CompanyMark initials={initialsOf(shortName(company.name))} size={30} />
  return (
    <PanelSessionContext value={session}>
      <ZoneContext value={company.timezone}>
        <PanelFrame
          mark={mark}
          name={shortName(company.name)}
          under={client.name}
          tabs={tabs}
          person={
            <Suspense fallback={<Avatar name={person.name} size={34} />}>
              <PersonMenu session={session} />
            </Suspense>
          }
        >
          {children}
        </PanelFrame>
      </ZoneContext>
    </PanelSessionContext>
  )
}

/** The legal form is for invoices: "Żuraw Serwis Sp. z o.o." greets as "Żuraw Serwis". */
function shortName(name: string): string {
  return name.replace(
    /,?\s+(?:sp\. z o\. ?o\.(?: sp\. k\.)?|s\. ?a\.|s\. ?c\.|sp\. ?[jk]\.|p\. ?s\. ?a\.)\s*$/i,
    '',
  )
}
