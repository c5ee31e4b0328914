import { expect, type Page } from '@playwright/test'
import { signIn } from './sign-in-steps.ts'

/** A page of the desk of a seeded expert, signed in. */
export async function openDesk(page: Page, slug: string, path = '/desk'): Promise<void> {
  await page.goto(path)
  await signIn(page, `${slug}@example.com`)
  await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible()
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
  await expect(page.getByText('Saved: visitors see it now')).toBeVisible()
}
