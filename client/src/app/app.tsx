import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router'
import { Shell } from './shell/shell.tsx'
import { ToastProvider } from '../ui/feedback/toast.tsx'

export function App({ queryClient }: { queryClient: QueryClient }) {
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <ToastProvider>
          <Shell />
        </ToastProvider>
      </BrowserRouter>
    </QueryClientProvider>
  )
}
