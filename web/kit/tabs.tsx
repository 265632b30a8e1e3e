/** A place one can go to: in the menu, and as a tab in the bar at the bottom of a phone. */
import type { ComponentType } from 'react'
import { AppLink, isWithin, usePath } from './link.tsx'

export type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
export type NavItem = { to: string; label: string; icon: Icon; count?: number | undefined; phone?: boolean }

export function TabLink({ item: { to, label, icon: Icon, count } }: { item: NavItem }) {
  const here = isWithin(usePath(), to)
  return (
    <AppLink to={to} className="k-tab" {...(here ? { 'aria-current': 'page' as const } : {})}>
      <Icon size={22} stroke={here ? 2 : 1.6} aria-hidden />
      <span>{label}</span>
      {count !== undefined && count > 0 && <span className="k-tab-count num">{count}</span>}
    </AppLink>
  )
}
