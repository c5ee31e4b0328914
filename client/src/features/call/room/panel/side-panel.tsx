import { X } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { IconButton } from '../../../../ui/action/icon-button.tsx'
import { cx } from '../../../../ui/style/cx.ts'
import styles from './side-panel.module.css'

interface SidePanelProps {
  title: string
  closeLabel: string
  onClose: () => void
  ref?: Ref<HTMLElement>
  children: ReactNode
}

/** Beside the stage, on phones a sheet over its lower part. */
export function SidePanel({ title, closeLabel, onClose, ref, children }: SidePanelProps) {
  return (
    <aside ref={ref} aria-label={title} className={cx('glass', styles.panel)}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <IconButton label={closeLabel} icon={<X size={20} aria-hidden />} onClick={onClose} />
      </header>
      {children}
    </aside>
  )
}
