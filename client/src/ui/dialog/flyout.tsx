import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  type ReactNode,
  type RefObject,
} from 'react'
import { cx } from '../style/cx.ts'
import styles from './flyout.module.css'

export interface FlyoutProps {
  /** What opened it: it stands beside, and takes the focus back. */
  anchor: RefObject<HTMLElement | null>
  label: string
  role: 'menu' | 'dialog'
  onClose: () => void
  children: ReactNode
}

/**
 * What a button opens beside itself. It lies in the top layer, above whatever is shown full screen; on phones it is a
 * sheet at the lower edge, in reach of the thumb.
 */
export function Flyout({ anchor, label, role, onClose, children }: FlyoutProps) {
  const panel = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)

  useLayoutEffect(() => {
    const element = panel.current
    const button = anchor.current
    if (!element || !button) return
    // Some browsers have no popovers yet: then it lies where it stands.
    if ('showPopover' in element) element.showPopover()
    const set = () => place(element, button)
    set()
    const first = element.querySelector<HTMLElement>('[role^="menuitem"], button, a')
    first?.focus({ preventScroll: true })
    addEventListener('resize', set)
    return () => {
      removeEventListener('resize', set)
      if (element.contains(document.activeElement)) button.focus({ preventScroll: true })
    }
  }, [anchor])

  useEffect(() => {
    const press = (event: PointerEvent) => {
      const at = event.target
      if (!(at instanceof Node)) return
      if (panel.current?.contains(at) || anchor.current?.contains(at)) return
      close()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      close()
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', key)
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('keydown', key)
    }
  }, [anchor])

  return (
    <div
      ref={panel}
      popover="manual"
      role={role}
      aria-label={label}
      className={cx('glass-pop', styles.flyout)}
    >
      {children}
    </div>
  )
}

const gap = 10

/** Beside its button, wherever there is more room, and never over the edge. */
function place(element: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const { innerWidth, innerHeight } = window
  const { offsetWidth: width, offsetHeight: height } = element
  const middle = at.left + at.width / 2
  const beside = at.left > innerWidth - 120 && innerHeight < 480
  const left = beside ? at.left - width - gap : middle - width / 2
  const above = at.top > innerHeight - at.bottom
  const top = beside ? at.top : above ? at.top - height - gap : at.bottom + gap
  element.style.setProperty('--left', `${clamp(left, gap, innerWidth - width - gap)}px`)
  element.style.setProperty('--top', `${clamp(top, gap, innerHeight - height - gap)}px`)
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most))
