import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useLayoutEffect } from 'react'
import { BrowserRouter } from 'react-router'
import { Pages, preloadPage } from './routes.tsx'
import { Shell } from './shell/shell.tsx'
import { ToastProvider } from '../ui/feedback/toast.tsx'

interface AppProps {
  queryClient: QueryClient
  /** What stood in its place is gone, and it is there. */
  onDrawn: () => void
}

export function App({ queryClient, onDrawn }: AppProps) {
  useLayoutEffect(onDrawn, [onDrawn])
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <ToastProvider>
          <Shell preload={preloadPage}>
            <Pages />
          </Shell>
        </ToastProvider>
      </BrowserRouter>
    </QueryClientProvider>
  )
}
