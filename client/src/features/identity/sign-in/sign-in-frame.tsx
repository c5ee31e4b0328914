import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { Panel } from '../../../ui/display/panel.tsx'
import styles from './sign-in-frame.module.css'

export interface SignInFrameProps {
  title: ReactNode
  lead: ReactNode
  children: ReactNode
}

/** One narrow pane in the middle, the same at each step. */
export function SignInFrame({ title, lead, children }: SignInFrameProps) {
  return (
    <div className={styles.page}>
      <Panel padding="l" className={styles.panel}>
        <header className={styles.header}>
          <h1>{title}</h1>
          <p>{lead}</p>
        </header>
        {children}
      </Panel>
      <p className={styles.small}>
        Signing in sets a cookie that keeps you signed in, and none that follows you.{' '}
        <Link to={paths.privacy}>What is stored</Link>
      </p>
    </div>
  )
}
