import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { Panel } from '../../../ui/display/panel.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import { Skeleton } from '../../../ui/feedback/skeleton.tsx'
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

/** In place of the pane, until it is known whether anybody is signed in. */
export function SignInLoading() {
  return (
    <div className={styles.page} aria-busy>
      <VisuallyHidden>Checking whether you are signed in</VisuallyHidden>
      <Skeleton height="24rem" radius={28} />
    </div>
  )
}
