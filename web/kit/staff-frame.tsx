/**
 * The frame of staff screens: a menu of 200 px on the canvas, the work on one white surface.
 * Below 1100 px the menu shrinks to icons; on a phone it becomes a bar at the bottom with the
 * rest in a drawer.
 */
import { Drawer } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconMenu2 } from '@tabler/icons-react'
import { useEffect, useMemo, type ReactNode } from 'react'
import { BrandSymbol, Wordmark } from './brand.tsx'
import { FrameContext, type Frame } from './frame.ts'
import { AppLink, isWithin, usePath } from './link.tsx'
import './frame.css'
import { TabLink, type NavItem } from './tabs.tsx'
import { Toasts } from './toasts.tsx'
import { useWords } from './words.tsx'

export type { Icon, NavItem } from './tabs.tsx'
export type NavGroup = { label?: string; items: readonly NavItem[] }

type Props = {
  groups: readonly NavGroup[]
  /** The company: its mark and a menu of hats and companies. */
  company: ReactNode
  /** The signed-in person, at the bottom of the menu. */
  person: ReactNode
  frame?: Frame
  /** One line over everything: an unconfirmed address, the sandbox and its clock. */
  banner?: ReactNode
  children: ReactNode
}

export function StaffFrame({ groups, company, person, frame = {}, banner, children }: Props) {
  const { kit } = useWords()
  const [menuOpen, menu] = useDisclosure(false)
  const closeMenu = menu.close
  const isPhone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  const path = usePath()
  // Whoever has gone somewhere, by a link, by the palette or back, has done with the menu.
  useEffect(() => closeMenu(), [path, closeMenu])
  const value = useMemo(() => ({ ...frame, openMenu: menu.open }), [frame, menu.open])
  const onPhone = groups
    .flatMap((g) => g.items)
    .filter((i) => i.phone)
    .slice(0, 4)
  return (
    <FrameContext value={value}>
      <a className="k-skip" href="#content">
        {kit.frame.skip}
      </a>
      <div className="k-staff">
        <nav className="k-menu" aria-label={kit.frame.mainMenu}>
          <AppLink to="/" className="k-menu-brand">
            <span className="k-wide">
              <Wordmark height={24} />
            </span>
            <span className="k-narrow">
              <BrandSymbol size={24} label={kit.product} />
            </span>
          </AppLink>
          {company}
          <MenuGroups groups={groups} />
          <div className="k-menu-person">{person}</div>
        </nav>
        <div className="k-surface-side">
          {banner}
          <main className="k-surface" id="content" tabIndex={-1}>
            {children}
          </main>
        </div>
        <nav className="k-phone-bar" aria-label={kit.frame.menu}>
          {onPhone.map((item) => (
            <TabLink key={item.to} item={item} />
          ))}
          <button type="button" className="k-tab" onClick={menu.open} aria-haspopup="dialog">
            <IconMenu2 size={22} stroke={1.6} aria-hidden />
            <span>{kit.frame.more}</span>
          </button>
        </nav>
      </div>
      <Drawer
        opened={menuOpen && isPhone}
        onClose={menu.close}
        position="bottom"
        size="auto"
        title={kit.frame.mainMenu}
        closeButtonProps={{ 'aria-label': kit.buttons.close }}
      >
        <div
          className="k-menu-drawer"
          // Also the place where one already is.
          onClick={(event) => (event.target as HTMLElement).closest('a') && menu.close()}
        >
          {company}
          <MenuGroups groups={groups} />
          <div className="k-menu-person">{person}</div>
        </div>
      </Drawer>
      <Toasts />
    </FrameContext>
  )
}

function MenuGroups({ groups }: { groups: readonly NavGroup[] }) {
  const path = usePath()
  return groups.map((group) => (
    <div key={group.label ?? ''} className="k-menu-group" role="group" aria-label={group.label}>
      {group.label && (
        <div className="k-menu-label" aria-hidden>
          {group.label}
        </div>
      )}
      {group.items.map(({ to, label, icon: Icon, count }) => (
        <AppLink
          key={to}
          to={to}
          className="k-menu-item"
          title={label}
          {...(isWithin(path, to) ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon size={17} stroke={1.7} aria-hidden />
          <span className="k-menu-text">{label}</span>
          {count !== undefined && count > 0 && <span className="k-menu-count num">{count}</span>}
        </AppLink>
      ))}
    </div>
  ))
}
