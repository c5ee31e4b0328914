import { Check } from 'lucide-react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { Flyout } from '../../../../ui/dialog/flyout.tsx'
import styles from './menu.module.css'

export interface MenuProps {
  anchor: RefObject<HTMLElement | null>
  label: string
  onClose: () => void
  children: ReactNode
}

/** A menu, by the pattern of the ARIA practices: arrows, Home and End go from entry to entry. */
export function Menu({ anchor, label, onClose, children }: MenuProps) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Tab') return onClose()
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
    const at = items.findIndex((item) => item === document.activeElement)
    const to = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at <= 0 ? items.length : at) - 1,
      Home: 0,
      End: items.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    items[to]?.focus()
  }
  return (
    <Flyout anchor={anchor} label={label} role="menu" onClose={onClose}>
      <div role="presentation" onKeyDown={move} className={styles.list}>
        {children}
      </div>
    </Flyout>
  )
}

/** Entries that belong together, under a heading of their own. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles.group}>
      <p aria-hidden className={styles.heading}>
        {label}
      </p>
      {children}
    </div>
  )
}

export interface MenuItemProps {
  icon?: ReactNode
  /** Of an entry that is on or off (`check`) or one of several (`radio`). */
  kind?: 'check' | 'radio'
  checked?: boolean
  detail?: string | undefined
  onChoose: () => void
  children: ReactNode
}

export function MenuItem({
  icon,
  kind,
  checked = false,
  detail,
  onChoose,
  children,
}: MenuItemProps) {
  const checks = kind && { 'aria-checked': checked }
  return (
    <button
      type="button"
      role={kind === undefined ? 'menuitem' : `menuitem${kind === 'check' ? 'checkbox' : 'radio'}`}
      {...checks}
      tabIndex={-1}
      className={styles.item}
      onClick={onChoose}
    >
      <span aria-hidden className={styles.icon}>
        {kind === 'radio' ? checked && <Check size={18} /> : icon}
      </span>
      <span className={styles.words}>
        <span>{children}</span>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </span>
      {kind === 'check' && (
        <span aria-hidden className={styles.mark}>
          {checked && <Check size={18} />}
        </span>
      )}
    </button>
  )
}
