import type { MouseEvent, ReactNode } from 'react'
import { IconButton } from '../../ui/action/icon-button.tsx'
import styles from './popover.module.css'

interface PopoverProps {
  id: string
  label: string
  icon: ReactNode
  className?: string | undefined
  /** Told before it shows, so that nothing is made, or asked for, that nobody looks at. */
  onOpen?: (open: boolean) => void
  children: ReactNode
}

/** A button and what it opens below the header. The native popover closes on Escape and on a press elsewhere. */
export function Popover({ id, label, icon, className, onOpen, children }: PopoverProps) {
  function followLink(event: MouseEvent<HTMLDivElement>) {
    if (event.target instanceof Element && event.target.closest('a'))
      event.currentTarget.hidePopover()
  }
  return (
    <div className={className}>
      <IconButton label={label} icon={icon} popoverTarget={id} />
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the links inside are what is pressed */}
      <div
        id={id}
        popover="auto"
        className={`glass-pop ${styles.popover}`}
        onBeforeToggle={(event) => onOpen?.(event.newState === 'open')}
        onClick={followLink}
      >
        {children}
      </div>
    </div>
  )
}
