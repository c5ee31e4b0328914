import { ChevronDown, CircleAlert } from 'lucide-react'
import { useId } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../style/cx.ts'
import fieldStyles from './field.module.css'
import styles from './select-field.module.css'

export interface SelectFieldProps extends ComponentProps<'select'> {
  label: string
  options: readonly { value: string; label: string }[]
  hint?: ReactNode
  /** What is wrong and how to mend it. */
  error?: string | undefined
}

/** The native list as a field of a form: as tall as the inputs beside it, and with its fault below. */
export function SelectField({ label, options, hint, error, ...rest }: SelectFieldProps) {
  const id = useId()
  const errorId = error === undefined ? undefined : `${id}-error`
  const hintId = hint === undefined ? undefined : `${id}-hint`
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id} className={fieldStyles.label}>
        {label}
      </label>
      <div className={styles.box}>
        <select
          {...rest}
          id={id}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={cx(errorId, hintId) || undefined}
          className={cx(fieldStyles.control, styles.select)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={18} aria-hidden />
      </div>
      {error !== undefined && (
        <p id={errorId} className={fieldStyles.error}>
          <CircleAlert size={16} aria-hidden />
          <span>{error}</span>
        </p>
      )}
      {hint !== undefined && (
        <p id={hintId} className={fieldStyles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
