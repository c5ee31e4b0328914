import { useEffect, type ReactNode } from 'react'
import type { Combobox } from './use-combobox.ts'
import styles from './option-list.module.css'

interface OptionListProps {
  combobox: Combobox
  label: string
  options: readonly { readonly key: string; readonly node: ReactNode }[]
}

/** What a combobox offers, below its field. */
export function OptionList({ combobox, label, options }: OptionListProps) {
  const { isOpen } = combobox
  const active = combobox.input['aria-activedescendant']
  useEffect(() => {
    if (active !== undefined) document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  useEffect(() => {
    // On phones it would begin below the screen.
    if (isOpen) document.getElementById(combobox.list.id)?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, combobox.list.id])
  if (!isOpen) return null
  return (
    <ul {...combobox.list} aria-label={label} className={`glass-pop ${styles.list}`}>
      {options.map(({ key, node }, at) => (
        <li key={key} {...combobox.option(at)} className={styles.option}>
          {node}
        </li>
      ))}
    </ul>
  )
}
