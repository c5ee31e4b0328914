import { ChevronDown } from 'lucide-react'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { cx } from '../style/cx.ts'
import control from './control.module.css'
import { controlOf, FieldFrame } from './field-frame.tsx'
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
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div className={styles.box}>
        <select
          {...rest}
          {...controlOf({ id, hint, error })}
          className={cx(control.control, styles.select)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={18} aria-hidden />
      </div>
    </FieldFrame>
  )
}
