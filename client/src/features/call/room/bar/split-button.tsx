import { ChevronUp } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { cx } from '../../../../ui/style/cx.ts'
import { Menu } from '../flyout/menu.tsx'
import { BarButton, type BarButtonProps } from './bar-button.tsx'
import styles from './split-button.module.css'

export interface SplitButtonProps extends BarButtonProps {
  /** "Choose a microphone". */
  menuLabel: string
  /** Its entries; each choice closes it. */
  menu: (close: () => void) => ReactNode
}

/** A control with the choice of its device beside it. */
export function SplitButton({ menuLabel, menu, ...main }: SplitButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const arrow = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  return (
    <div
      role="group"
      aria-label={main.word}
      className={cx(styles.split, styles[main.tone ?? 'plain'])}
    >
      <BarButton {...main} className={styles.main} />
      <button
        ref={arrow}
        type="button"
        aria-label={menuLabel}
        title={menuLabel}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        className={styles.arrow}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronUp size={16} aria-hidden />
      </button>
      {isOpen && (
        <Menu anchor={arrow} label={menuLabel} onClose={close}>
          {menu(close)}
        </Menu>
      )}
    </div>
  )
}
