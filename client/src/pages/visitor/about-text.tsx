import type { ReactNode } from 'react'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import styles from './about-text.module.css'

/** A page of plain text: a heading, a sentence that says the most important thing, sections. */
export function AboutText(props: { title: string; lead: string; children: ReactNode }) {
  useTitle(props.title)
  return (
    <article className={styles.page}>
      <h1>{props.title}</h1>
      <p className={styles.lead}>{props.lead}</p>
      <Panel padding="l" className={styles.text}>
        {props.children}
      </Panel>
    </article>
  )
}
