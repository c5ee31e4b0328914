import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import { type Import, importsOf } from '../../../../server/test/architecture/import-graph.ts'
import { UiPage } from '../../../src/pages/dev/ui-page.tsx'
import { createQueryClient } from '../../../src/server/api/query-client.ts'
import { type DevMailState, devMailQuery } from '../../../src/server/api/dev-mail.ts'
import { ToastProvider } from '../../../src/ui/feedback/toast.tsx'

const root = join(import.meta.dirname, '../../../..')
const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'client/src'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\n')
  // What was moved a moment ago is still in the index.
  .filter((file) => /\.tsx?$/.test(file) && existsSync(join(root, file)))
const parts = files.filter((file) => /^client\/src\/ui\/.+\.tsx$/.test(file))

/** It has no look: the shell has one, and each dialog. A second one would say everything twice. */
const unseen = 'client/src/ui/feedback/announcer.tsx'

/** The parts of the kit that no file of the page imports. */
function partsNotShown(kit: readonly string[], imports: readonly Import[]): string[] {
  const shown = new Set(
    imports.filter(({ from }) => from.startsWith('client/src/pages/dev/')).map(({ to }) => to),
  )
  return kit.filter((part) => part !== unseen && !shown.has(part))
}

describe('the page of the kit', () => {
  it('shows every part', () => {
    expect(parts.length).toBeGreaterThan(40)
    expect(parts).toContain(unseen)
    expect(partsNotShown(parts, importsOf(root, files))).toEqual([])
  })

  it('would be found without a part, also where only others know it', () => {
    const made = 'client/src/ui/form/made-yesterday.tsx'
    const elsewhere = { from: 'client/src/ui/form/field.tsx', to: made }
    expect(partsNotShown([...parts, made], [...importsOf(root, files), elsewhere])).toEqual([made])
    const shown = { from: 'client/src/pages/dev/form-samples.tsx', to: made }
    expect(partsNotShown([made], [shown])).toEqual([])
  })

  function open(mail: DevMailState) {
    const client = createQueryClient()
    client.setQueryData(devMailQuery.queryKey, mail)
    render(
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={['/dev/ui']}>
          <ToastProvider>
            <UiPage theme={<p>The theme</p>} />
          </ToastProvider>
        </MemoryRouter>
      </QueryClientProvider>,
    )
  }

  it.each(['open', 'closed'] as const)('is there in a demo, its mail %s', (mail) => {
    open(mail)
    expect(screen.getByRole('heading', { level: 1, name: 'The kit' })).toBeTruthy()
    expect(screen.getByText('The theme')).toBeTruthy()
    expect(document.title).toContain('The UI kit')
  })

  it('is not found anywhere else', () => {
    open('none')
    expect(screen.getByRole('heading', { name: 'There is nothing at this address' })).toBeTruthy()
    expect(screen.queryByText('The theme')).toBeNull()
  })
})
