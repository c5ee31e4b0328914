import type { ReactNode } from 'react'
import { cx } from '../../ui/style/cx.ts'
import { Panel } from '../../ui/display/panel.tsx'
import styles from './sample.module.css'

/** A folder of the kit. */
export function SampleGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      <div className={styles.samples}>{children}</div>
    </section>
  )
}

interface SampleProps {
  title: string
  /** It takes the whole row. */
  wide?: boolean
  /** It is a pane of its own, and lies on none. */
  bare?: boolean
  children: ReactNode
}

/** A part of the kit, in its states. */
export function Sample({ title, wide = false, bare = false, children }: SampleProps) {
  const content = <div className={styles.content}>{children}</div>
  return (
    <div className={cx(styles.sample, wide && styles.wide)}>
      <h3>{title}</h3>
      {bare ? content : <Panel>{content}</Panel>}
    </div>
  )
}
