import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource/instrument-serif/400-italic.css'
import '../ui/style/fonts.css'
import '../ui/style/tokens.css'
import '../ui/style/base.css'
import '../ui/style/glass.css'
import '../ui/style/first-paint.css'
import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '../server/api/query-client.ts'
import { App } from './app.tsx'
import { preloadPage } from './routes.tsx'
import { followSession } from '../server/session/follow-session.ts'
import { allowTranslation } from '../lib/browser/translated-text.ts'
import { noteClockOfPage } from '../lib/time/server-clock.ts'
import { followFirstFocus } from '../lib/browser/first-focus.ts'
import { followTheme } from './shell/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

const keepFocus = followFirstFocus(root)
const queryClient = createQueryClient()
allowTranslation()
noteClockOfPage()
followTheme()
followSession(queryClient)
// The first page is awaited, so that it is the first thing that is painted, and not its skeleton.
await Promise.all([
  preloadPage(window.location.pathname),
  'Temporal' in globalThis ? null : import('temporal-polyfill/global'),
])

// In slices: what is pressed and scrolled meanwhile is not kept waiting by the whole page.
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <App queryClient={queryClient} onDrawn={keepFocus} />
    </StrictMode>,
  ),
)
