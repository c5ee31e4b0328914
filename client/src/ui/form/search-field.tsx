import { Search } from 'lucide-react'
import type { ComponentPropsWithRef } from 'react'
import { cx } from '../style/cx.ts'
import styles from './search-field.module.css'
import { VisuallyHidden } from '../display/visually-hidden.tsx'

interface SearchFieldProps extends Omit<ComponentPropsWithRef<'input'>, 'type'> {
  label: string
}

/** The field alone: what stands around it draws the box and shows where the focus is. */
export function SearchField({ label, className, ...input }: SearchFieldProps) {
  return (
    <label className={cx(styles.field, className)}>
      <Search aria-hidden size={20} />
      <VisuallyHidden>{label}</VisuallyHidden>
      <input type="search" autoComplete="off" enterKeyHint="search" maxLength={200} {...input} />
    </label>
  )
}
