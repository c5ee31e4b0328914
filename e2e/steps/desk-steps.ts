import { expect, type Page } from '@playwright/test'
import { signIn } from './sign-in-steps.ts'

/** A page of the desk of a seeded expert, signed in. */
export async function openDesk(page: Page, slug: string, path = '/desk'): Promise<void> {
  await page.goto(path)
  await signIn(page, `${slug}@example.com`)
  await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible()
}

/** Call it before the desk is opened: resolves when the server has said that it tells what happens. */
export function untilWatched(page: Page): Promise<void> {
  return new Promise((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        // Socket.IO's answer to a command.
        if (/^43\d/.test(String(payload))) resolve()
      }),
    )
  })
}

/** `Wednesday` for a calendar date. */
export function weekdayOf(date: string): string {
  return new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', {
    weekday: 'long',
    timeZone: 'UTC',
  })
}

export async function saveHours(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Unsaved changes' })).toHaveCount(0)
  // The word about the save before may still be there.
  await expect(page.getByText('Saved: visitors see it now').last()).toBeVisible()
}
