import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router'
import { expect, test, vi } from 'vitest'
import { ExpertPage } from '../../../src/pages/visitor/expert-page.tsx'
import { call } from '../../../src/server/api/client.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'

vi.mock('../../../src/server/api/client.ts', () => ({ call: vi.fn<typeof call>() }))
vi.mock('../../../src/server/live/socket.ts', () => ({ open: () => undefined }))

function Address() {
  const { pathname, search, hash } = useLocation()
  return <p data-testid="address">{pathname + search + hash}</p>
}

test('an expert’s address with capitals leads to the one in lower case', () => {
  vi.mocked(call).mockReturnValue(new Promise(() => undefined))
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter initialEntries={['/experts/Amara-Okafor?from=card#book']}>
        <Routes>
          <Route path="/experts/:slug" element={<ExpertPage />} />
        </Routes>
        <Address />
      </MemoryRouter>
    </QueryClientProvider>,
  )
  expect(screen.getByTestId('address').textContent).toBe('/experts/amara-okafor?from=card#book')
  const asked = vi.mocked(call).mock.calls.find(([name]) => name === 'getExpert')
  expect(asked?.[1]).toMatchObject({ params: { slug: 'amara-okafor' } })
})
