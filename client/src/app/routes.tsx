import { lazy, useState, type ComponentType } from 'react'
import { Route, Routes, matchPath } from 'react-router'
import { ExpertPage } from '../pages/visitor/expert-page.tsx'
import { ThemeSwitch } from './shell/theme-switch.tsx'

type Load = () => Promise<{ default: ComponentType }>

/**
 * A page whose code is a chunk of its own. If it is there already it is rendered at once: `lazy` alone would show the
 * skeleton for a moment (and keep it for 300 ms) even then.
 */
function page(path: string, load: Load) {
  let loaded: ComponentType | undefined
  async function fetch() {
    const file = await load()
    loaded = file.default
    return file
  }
  const Lazy = lazy(fetch)
  function Page() {
    // Kept for as long as it is shown: another type of element would begin the page anew.
    const [Content] = useState(() => loaded ?? Lazy)
    return <Content />
  }
  return { path, fetch, Page }
}

interface Known {
  readonly path: string
  readonly fetch: () => Promise<unknown>
  readonly Page: ComponentType
}

const pages: readonly Known[] = [
  page('/', () =>
    import('../pages/visitor/landing-page.tsx').then((file) => ({ default: file.LandingPage })),
  ),
  page('/experts', () =>
    import('../pages/visitor/directory-page.tsx').then((file) => ({
      default: file.DirectoryPage,
    })),
  ),
  // What links from outside lead to: part of the first code, without a second trip for it.
  { path: '/experts/:slug', fetch: () => Promise.resolve(), Page: ExpertPage },
  page('/bookings', () =>
    import('../pages/person/my-bookings-page.tsx').then((file) => ({
      default: file.MyBookingsPage,
    })),
  ),
  page('/b/:id', () =>
    import('../pages/visitor/booking-page.tsx').then((file) => ({
      default: file.BookingPage,
    })),
  ),
  page('/practice', () =>
    import('../pages/call/practice-page.tsx').then((file) => ({ default: file.PracticePage })),
  ),
  page('/b/:id/call', () =>
    import('../pages/call/call-page.tsx').then((file) => ({ default: file.CallPage })),
  ),
  page('/sign-in', () =>
    import('../pages/person/sign-in-page.tsx').then((file) => ({ default: file.SignInPage })),
  ),
  page('/account', () =>
    import('../pages/person/account-page.tsx').then((file) => ({ default: file.AccountPage })),
  ),
  page('/desk/*', () =>
    import('../pages/desk/desk-page.tsx').then((file) => ({ default: file.DeskPage })),
  ),
  page('/become-an-expert', () =>
    import('../pages/visitor/become-an-expert-page.tsx').then((file) => ({
      default: file.BecomeAnExpertPage,
    })),
  ),
  // One chunk for all of it: whoever administers goes from page to page, and nobody else needs any of them.
  page('/admin/*', () =>
    import('../pages/admin/admin-page.tsx').then((file) => ({ default: file.AdminPage })),
  ),
  page('/privacy', () =>
    import('../pages/visitor/privacy-page.tsx').then((file) => ({ default: file.PrivacyPage })),
  ),
  page('/terms', () =>
    import('../pages/visitor/terms-page.tsx').then((file) => ({ default: file.TermsPage })),
  ),
  // For who works on this: the server shows it in a demo on its own machine alone, and nobody else loads its code.
  page('/dev/ui', async () => {
    const { UiPage } = await import('../pages/dev/ui-page.tsx')
    return { default: () => <UiPage theme={<ThemeSwitch />} /> }
  }),
  page('*', () =>
    import('../pages/visitor/not-found-page.tsx').then((file) => ({
      default: file.NotFoundPage,
    })),
  ),
]

export function Pages() {
  return (
    <Routes>
      {pages.map(({ path, Page }) => (
        <Route key={path} path={path} element={<Page />} />
      ))}
    </Routes>
  )
}

/** Fetches the code of the page at a path. A failure is not told: the page itself will fail, and say so. */
export async function preloadPage(path: string): Promise<void> {
  const found = pages.find((known) => matchPath(known.path, path) !== null)
  await found?.fetch().catch(() => undefined)
}
