/** A link inside our pages. Addresses come from data, so they are plain text here. */
import { Link, useRouterState } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'a'>, 'href'> & { to: string; children?: ReactNode }

export function AppLink({ to, ...rest }: Props) {
  const [path = '', query] = to.split('?')
  return <Link to={path as never} search={(query ? Object.fromEntries(new URLSearchParams(query)) : {}) as never} preload="intent" {...rest} />
}

/** The address path without the query, for marking where one is. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname })
}

export function isWithin(path: string, to: string): boolean {
  return to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)
}
