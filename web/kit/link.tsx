/** A link inside our pages. Addresses come from data, so they are plain text here. */
import { Button, type ButtonProps } from '@mantine/core'
import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router'
import { useMemo, type ComponentProps, type ReactNode } from 'react'

type Props = Omit<ComponentProps<'a'>, 'href'> & { to: string; children?: ReactNode }

export function AppLink({ to, ...rest }: Props) {
  const [path = '', query] = to.split('?')
  return (
    <Link
      to={path as never}
      search={(query ? Object.fromEntries(new URLSearchParams(query)) : {}) as never}
      preload="intent"
      {...rest}
    />
  )
}

/** A link that looks like a button. */
export function LinkButton({ to, children, ...look }: ButtonProps & { to: string; children?: ReactNode }) {
  return (
    <Button {...look} renderRoot={(props) => <AppLink {...(props as object)} to={to} />}>
      {children}
    </Button>
  )
}

/** The address path without the query, for marking where one is. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname })
}

export function isWithin(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
}

/** The part of the address after "?": filters, sorting, the open panel. An empty value leaves the address. */
export function useUrlState(): [
  Readonly<Record<string, string>>,
  (change: Record<string, string | undefined>, options?: { replace?: boolean }) => void,
] {
  const parsed = useRouterState({ select: (state) => state.location.search as Record<string, unknown> })
  // The router reads "1" as a number and "true" as a truth; here everything is what people typed.
  const search = useMemo(
    () => Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)])),
    [parsed],
  )
  const navigate = useNavigate()
  const set = (change: Record<string, string | undefined>, { replace = true } = {}) => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== ''),
    )
    void navigate({ to: '.', search: next as never, replace })
  }
  return [search, set]
}

/** The parts of the address path, such as the number of a ticket. */
export function usePathParams(): Readonly<Record<string, string>> {
  return useParams({ strict: false }) as Record<string, string>
}

export function useGo(): (to: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate()
  return (to, options) => {
    const [path = '', query] = to.split('?')
    void navigate({
      to: path as never,
      search: (query ? Object.fromEntries(new URLSearchParams(query)) : {}) as never,
      ...options,
    })
  }
}
