import type { ReactNode } from 'react'
import { cx } from '../style/cx.ts'
import { FaultLine } from './fault-line.tsx'
import styles from './field-frame.module.css'

export interface FieldFrameProps {
  /** Of the control. */
  id: string
  label: string
  optional?: boolean
  hint?: ReactNode
  error?: string | undefined
  className?: string | undefined
  children: ReactNode
}

/** A label above a control; what is wrong with it and what helps below. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, optional = false, hint, error, className, children } = props
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional && <span className={styles.optional}> (optional)</span>}
      </label>
      {children}
      {error !== undefined && <FaultLine id={errorId(id)}>{error}</FaultLine>}
      {hint !== undefined && (
        <p id={hintId(id)} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** What ties a control to its frame. */
export function controlOf({ id, hint, error }: Pick<FieldFrameProps, 'id' | 'hint' | 'error'>) {
  const described = cx(error !== undefined && errorId(id), hint !== undefined && hintId(id))
  return {
    id,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': described || undefined,
  }
}

const errorId = (id: string) => `${id}-error`
const hintId = (id: string) => `${id}-hint`
