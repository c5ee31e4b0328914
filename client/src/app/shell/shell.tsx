import { Suspense, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { Announcer } from '../../ui/feedback/announcer.tsx'
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

interface ShellProps {
  /** Fetches the code of the page at a path. */
  preload: (path: string) => Promise<void>
  /** The page. */
  children: ReactNode
}

/** What stands around every page. */
export function Shell({ preload, children }: ShellProps) {
  const { pathname } = useLocation()
  usePageChange()
  usePreloadOnIntent(preload)
  useSessionEnd()
  return (
    <div className={styles.shell}>
      <Aurora />
      <SkipLink />
      <NavigationProgress />
      <OfflineBanner />
      <Header />
      <main id="main" tabIndex={-1} className={styles.main}>
        <ErrorBoundary page={pathname}>
          <Suspense fallback={<PageLoading />}>{children}</Suspense>
        </ErrorBoundary>
      </main>
      <Footer />
      <Announcer />
    </div>
  )
}
