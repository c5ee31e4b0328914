import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { Announcer } from '../feedback/announcer.tsx'
import styles from './dialog.module.css'
import { IconButton } from '../action/icon-button.tsx'
import { lockScroll } from './lock-scroll.ts'

export interface DialogProps {
  open: boolean
  /** Escape, the cross or a press beside the dialog. The owner then sets `open` to false. */
  onClose: () => void
  title: string
  children: ReactNode
  /** Buttons, right-aligned; on phones below each other, the last one on top. */
  actions?: ReactNode
  size?: 's' | 'm' | 'l'
  /** A press beside it does nothing: something that was typed would be lost. */
  firm?: boolean
}

/**
 * A modal dialog. The native element keeps the focus inside and gives it back. The first focus goes to the element
 * with `data-autofocus`, else to the title, so that a screen reader begins there.
 */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null
}

function OpenDialog(props: Omit<DialogProps, 'open'>) {
  const { onClose, title, children, actions, size = 'm', firm = false } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useLayoutEffect(() => {
    const element = dialog.current
    if (!element) return
    const unlock = lockScroll()
    element.showModal()
    const first =
      element.querySelector<HTMLElement>('[data-autofocus]') ?? element.querySelector('h2')
    first?.focus()
    // Closing, and not only vanishing, is what returns the focus to where it was.
    return () => {
      element.close()
      unlock()
    }
  }, [])

  function pressBeside(event: MouseEvent<HTMLDialogElement>) {
    if (!firm && event.target === event.currentTarget) onClose()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape does the same by keyboard
    <dialog
      ref={dialog}
      className={`glass-pop ${styles.dialog} ${styles[size]}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onMouseDown={pressBeside}
    >
      <div className={styles.sheet}>
        <header className={styles.header}>
          <h2 id={titleId} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label="Close" icon={<X size={20} aria-hidden />} onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
      </div>
      <Announcer />
    </dialog>
  )
}
