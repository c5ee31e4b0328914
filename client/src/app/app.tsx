import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router'
import { Pages, preloadPage } from './routes.tsx'
import { Shell } from './shell/shell.tsx'
import { ToastProvider } from '../ui/feedback/toast.tsx'

export function App({ queryClient }: { queryClient: QueryClient }) {
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
