import { Suspense, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Announcer } from '../../ui/feedback/announcer.tsx'
import { useShownLayout } from '../../lib/browser/page-layout.ts'
import { cx } from '../../ui/style/cx.ts'
import { Aurora } from './aurora.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { NavigationProgress } from './navigation-progress.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { PageLoading } from './page-loading.tsx'
import styles from './shell.module.css'
import { SkipLink } from './skip-link.tsx'
import { usePageChange } from './use-page-change.ts'
import { usePreloadOnIntent } from './use-preload-on-intent.ts'
import { useSessionEnd } from './use-session-end.ts'
import { useTopHeight } from './use-top-height.ts'

interface ShellProps {
  /** Fetches the code of the page at a path. */
  preload: (path: string) => Promise<void>
  /** The page. */
  children: ReactNode
}

/** What stays in sight above every page. */
function Top() {
  return (
    <div ref={useTopHeight()} className={styles.top}>
      <OfflineBanner />
      <Header />
    </div>
  )
}

/** What stands around every page. */
export function Shell({ preload, children }: ShellProps) {
  const { pathname } = useLocation()
  const layout = useShownLayout()
  usePageChange()
  usePreloadOnIntent(preload)
  useSessionEnd()
  return (
    <div className={styles.shell}>
      <Aurora />
      {layout !== 'bare' && <SkipLink />}
      <NavigationProgress />
      {layout !== 'bare' && <Top />}
      <main id="main" tabIndex={-1} className={cx(styles.main, layout === 'bare' && styles.bare)}>
        <ErrorBoundary page={pathname}>
          <Suspense fallback={<PageLoading />}>{children}</Suspense>
        </ErrorBoundary>
      </main>
      {layout === 'whole' && <Footer />}
      <Announcer />
    </div>
  )
}
