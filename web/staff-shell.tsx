/** The staff frame around a screen: who is signed in, where one can go, the keys, the live line. */
import { Menu } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconChevronDown, IconLogout } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { ApiRefusal, api } from './kit/api.ts'
import { CompanyMark } from './kit/brand.tsx'
import { pageClock } from './kit/clock.ts'
import { Avatar } from './kit/data.tsx'
import { useGo } from './kit/link.tsx'
import { useLive, useLiveMessage } from './kit/live.ts'
import { initialsOf } from './kit/people.ts'
import { LanguageSwitch, SchemeSwitch } from './kit/preferences.tsx'
import { typing } from './kit/row-list.tsx'
import { StaffFrame, type NavGroup } from './kit/staff-frame.tsx'
import { ErrorState, SkeletonAfter } from './kit/states.tsx'
import { useAccountLanguage, useWords } from './kit/words.tsx'
import { ZoneContext } from './kit/zone.ts'
import { frameParts, staffScreens } from './routes.tsx'
import { SessionContext, signInPath, type Session } from './session.ts'

const Palette = frameParts.palette && lazy(frameParts.palette)
const Bell = frameParts.bell && lazy(frameParts.bell)
const Banner = frameParts.banner && lazy(frameParts.banner)

export function StaffShell({ children }: { children: ReactNode }) {
  const { kit } = useWords()
  const {
    data: session,
    error,
    refetch,
  } = useQuery({ queryKey: ['session'], queryFn: () => api.get('/api/session'), staleTime: 300_000 })
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
  return <SkeletonAfter />
}

function SignedIn({ session, children }: { session: Session; children: ReactNode }) {
  useLive('/api/live')
  // A sandbox has its own clock, which stands still between its moves.
  useEffect(
    () =>
      pageClock.follow({ nowMs: Date.parse(session.now), standsStill: session.company.kind === 'sandbox' }),
    [session],
  )
  useAccountLanguage(session.person.language)
  const [searching, setSearching] = useState(false)
  const frame = useMemo(
    () => ({
      onSearch: Palette ? () => setSearching(true) : undefined,
      bell: Bell && (
        <Suspense>
          <Bell />
        </Suspense>
      ),
    }),
    [],
  )
  useHotkeys([['mod+K', () => setSearching(true)]], [])
  useGoKeys()
  return (
    <SessionContext value={session}>
      <ZoneContext value={session.company.timezone}>
        <StaffFrame
          groups={useMenu(session)}
          company={<CompanyMenu session={session} />}
          person={<PersonMenu session={session} />}
          frame={frame}
          banner={
            Banner && (
              <Suspense>
                <Banner />
              </Suspense>
            )
          }
        >
          {children}
        </StaffFrame>
        {Palette && searching && (
          <Suspense>
            <Palette opened onClose={() => setSearching(false)} />
          </Suspense>
        )}
      </ZoneContext>
    </SessionContext>
  )
}

function useMenu({ person }: Session): NavGroup[] {
  const words = useWords()
  const { data: counts } = useQuery({
    queryKey: ['counts'],
    queryFn: async (): Promise<Readonly<Record<string, number>>> => (await frameParts.counts?.()) ?? {},
    enabled: frameParts.counts !== undefined,
  })
  const queries = useQueryClient()
  useLiveMessage(
    useCallback(
      ({ topic }) => {
        if (topic === 'tickets' || topic === 'gap') void queries.invalidateQueries({ queryKey: ['counts'] })
      },
      [queries],
    ),
  )
  return useMemo(() => {
    const items = (group: 'work' | 'money' | 'company') =>
      staffScreens.flatMap(({ path, nav }) => {
        if (nav?.group !== group || (nav.roles && !nav.roles.includes(person.role))) return []
        return [
          {
            to: path,
            label: nav.label(words),
            icon: nav.icon,
            phone: nav.phone ?? false,
            count: counts?.[path],
          },
        ]
      })
    return [
      { items: items('work') },
      { label: words.kit.frame.money, items: items('money') },
      { label: words.kit.frame.company, items: items('company') },
    ].filter((g) => g.items.length > 0)
  }, [words, counts, person.role])
}

/** G and then a letter goes to a place; letters are left alone while somebody types. */
function useGoKeys(): void {
  const go = useGo()
  const waiting = useRef(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const onKey = (event: KeyboardEvent) => {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (waiting.current) {
        waiting.current = false
        const screen = staffScreens.find((s) => s.nav?.goKey === event.key.toLowerCase())
        if (screen) {
          event.preventDefault()
          event.stopImmediatePropagation()
          go(screen.path)
        }
      } else if (event.key === 'g') {
        waiting.current = true
        clearTimeout(timer)
        timer = setTimeout(() => (waiting.current = false), 1200)
      } else if (event.key === 'c' && location.pathname !== '/tickets') {
        // A client on the phone: a ticket is taken down from anywhere. The queue opens it in place.
        if (!document.querySelector('[role="dialog"]')) go('/tickets?new=1')
      }
    }
    window.addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [go])
}

function CompanyMenu({ session: { company, companies } }: { session: Session }) {
  const { kit } = useWords()
  const enter = async (tenantId: string) => {
    await api.put('/api/session/company', { body: { tenantId } })
    location.assign('/')
  }
  const inside = (
    <>
      <CompanyMark initials={initialsOf(company.name)} size={20} />
      <span>{company.name}</span>
    </>
  )
  if (companies.length < 2)
    return (
      <div className="k-menu-company" style={{ cursor: 'default' }}>
        {inside}
      </div>
    )
  return (
    <Menu width={240} position="bottom-start">
      <Menu.Target>
        <button type="button" className="k-menu-company">
          {inside}
          <IconChevronDown size={15} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {companies.map((c) => (
          <Menu.Item
            key={c.tenantId}
            disabled={c.tenantId === company.tenantId}
            leftSection={<CompanyMark initials={initialsOf(c.name)} size={20} />}
            rightSection={c.kind === 'sandbox' ? kit.frame.sandbox : undefined}
            onClick={() => void enter(c.tenantId)}
          >
            {c.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function PersonMenu({ session: { person } }: { session: Session }) {
  const words = useWords()
  const leave = async () => {
    await api.delete('/api/session')
    location.assign(signInPath)
  }
  return (
    <Menu width={260} position="top-start" closeOnItemClick={false}>
      <Menu.Target>
        <button type="button" className="k-menu-me">
          <Avatar name={person.name} size={28} />
          <span>
            <strong>{person.name}</strong>
            {words.accounts.roles[person.role]}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.kit.frame.theme}</Menu.Label>
        <SchemeSwitch />
        <Menu.Label>{words.kit.frame.language}</Menu.Label>
        <LanguageSwitch
          onChange={(language) => void api.put('/api/session/language', { body: { language } })}
        />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={17} stroke={1.7} />} onClick={() => void leave()}>
          {words.kit.buttons.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
