/**
 * A list worked with the keyboard: J and K (or the arrows) move, Enter opens, Space shows a
 * preview, X selects. Letters are left alone while somebody types.
 */
import { useCallback, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import './row-list.css'

export type RowGroup<T> = {
  id: string
  title?: ReactNode
  count?: number
  aside?: ReactNode
  rows: readonly T[]
  closed?: boolean
}

type Props<T> = {
  label: string
  groups: readonly RowGroup<T>[]
  keyOf: (row: T) => string
  /** What stands in the row; the first focusable thing inside is not needed, the row itself is. */
  children: (row: T, state: { active: boolean; selected: boolean }) => ReactNode
  active?: string | undefined
  selected?: ReadonlySet<string>
  fresh?: ReadonlySet<string>
  onActive?: (key: string, row: T) => void
  onOpen?: (row: T) => void
  onPreview?: (row: T) => void
  onSelect?: (row: T) => void
  onToggleGroup?: (id: string) => void
  /** Other keys, such as A for assign. Return true when handled. */
  onKey?: (key: string, row: T) => boolean
  rowHeight?: number
}

export function RowList<T>(props: Props<T>) {
  const { label, groups, keyOf, children, active, selected, fresh, rowHeight = 36 } = props
  const list = useRef<HTMLDivElement>(null)
  const shown = groups.flatMap((g) => (g.closed ? [] : g.rows))
  const focusRow = useCallback(
    (key: string) => list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus(),
    [],
  )

  const move = (by: number) => {
    const at = shown.findIndex((row) => keyOf(row) === active)
    const row = shown[Math.min(shown.length - 1, Math.max(0, at === -1 ? 0 : at + by))]
    if (!row) return
    props.onActive?.(keyOf(row), row)
    focusRow(keyOf(row))
  }
  const press = (event: KeyboardEvent | globalThis.KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const row = shown.find((r) => keyOf(r) === active)
    if (event.key === 'j' || event.key === 'ArrowDown') move(1)
    else if (event.key === 'k' || event.key === 'ArrowUp') move(-1)
    else if (!row) return false
    else if (event.key === 'Enter' && props.onOpen) props.onOpen(row)
    else if (event.key === ' ' && props.onPreview) props.onPreview(row)
    else if (event.key === 'x' && props.onSelect) props.onSelect(row)
    else return props.onKey?.(event.key, row) ?? false
    return true
  }
  usePageKeys(press, list)

  return (
    <div
      className="k-rows"
      ref={list}
      role="group"
      aria-label={label}
      style={{ ['--row' as string]: `${rowHeight}px` }}
    >
      {groups.map((group) => (
        <section key={group.id}>
          {group.title !== undefined && (
            <h2 className="k-rows-group">
              {props.onToggleGroup ? (
                <button
                  type="button"
                  aria-expanded={!group.closed}
                  onClick={() => props.onToggleGroup?.(group.id)}
                >
                  <Chevron /> {group.title}{' '}
                  {group.count !== undefined && <span className="num">{group.count}</span>}
                </button>
              ) : (
                <span className="k-rows-name">
                  {group.title} {group.count !== undefined && <span className="num">{group.count}</span>}
                </span>
              )}
              {group.aside}
            </h2>
          )}
          {!group.closed && group.rows.length > 0 && (
            <ul>
              {group.rows.map((row) => {
                const key = keyOf(row)
                const state = { active: key === active, selected: selected?.has(key) ?? false }
                return (
                  <li
                    key={key}
                    data-row={key}
                    data-active={state.active || undefined}
                    data-selected={state.selected || undefined}
                    data-fresh={fresh?.has(key) || undefined}
                    aria-current={state.active || undefined}
                    tabIndex={state.active || (!active && row === shown[0]) ? 0 : -1}
                    onFocus={(event) =>
                      event.target === event.currentTarget && !state.active && props.onActive?.(key, row)
                    }
                    onClick={(event) =>
                      chooseByPointer(
                        event.target as HTMLElement,
                        event.currentTarget,
                        () => (props.onActive?.(key, row), (props.onPreview ?? props.onOpen)?.(row)),
                      )
                    }
                    onDoubleClick={() => props.onOpen?.(row)}
                  >
                    {children(row, state)}
                  </li>
                )
              })}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}

/** A click on a button or link inside the row is not a click on the row. */
function chooseByPointer(target: HTMLElement, row: HTMLElement, choose: () => void): void {
  const inner = target.closest('a, button, input, label, [role="checkbox"]')
  if (inner && row.contains(inner) && inner !== row) return
  choose()
}

function usePageKeys(
  press: (event: globalThis.KeyboardEvent) => boolean,
  list: React.RefObject<HTMLElement | null>,
): void {
  const latest = useRef(press)
  useEffect(() => void (latest.current = press))
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || typing(event.target) || document.querySelector('[role="dialog"]')) return
      const target = event.target as HTMLElement
      const inList = list.current?.contains(target) ?? false
      // Enter and Space belong to the button or link that has the focus.
      if ((event.key === 'Enter' || event.key === ' ') && target !== document.body && !target.dataset['row'])
        return
      if (event.key.startsWith('Arrow') && !inList) return
      if (latest.current(event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [list])
}

export function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea, select'))
  )
}

function Chevron() {
  return (
    <svg className="k-chevron" width="14" height="14" viewBox="0 0 14 14" aria-hidden>
      <path
        d="M3 5L7 9L11 5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.700"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
