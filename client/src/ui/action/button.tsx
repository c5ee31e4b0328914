import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import styles from './button.module.css'
import { cx } from '../style/cx.ts'
import { Spinner } from './spinner.tsx'

export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger'

export interface ButtonLook {
  /** `primary` once per view, `quiet` for the rest, `plain` inside text and bars, `danger` for what destroys. */
  variant?: ButtonVariant | undefined
  size?: 's' | 'm' | 'l' | undefined
  /** As wide as its container. */
  block?: boolean | undefined
  /** A Lucide icon before the label. */
  icon?: ReactNode
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'children'>, ButtonLook {
  /** Shows a spinner and ignores presses, but keeps its label, its width and the focus. */
  busy?: boolean | undefined
  children: ReactNode
}

export function buttonClass({ variant = 'quiet', size = 'm', block }: ButtonLook): string {
  return cx(styles.button, styles[variant], styles[size], block && styles.block)
}

export function Button(props: ButtonProps) {
  const { variant, size, block, icon, busy = false, className, children, onClick, ...rest } = props
  function press(event: MouseEvent<HTMLButtonElement>) {
    // `disabled` would drop the focus to the body in the middle of a form.
    if (busy) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      className={cx(buttonClass({ variant, size, block }), className)}
      onClick={press}
    >
      {busy ? <Spinner /> : icon}
      <span className={styles.label}>{children}</span>
    </button>
  )
}
