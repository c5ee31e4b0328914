import { expect, type Page } from '@playwright/test'
import { signIn } from './sign-in-steps.ts'

/** The demo's administrator. */
const adminEmail = 'admin@example.com'

/** To a page of administration, signed in. */
export async function openAdmin(page: Page, path = '/admin'): Promise<void> {
  await page.goto(path)
  await signIn(page, adminEmail)
  await expect(page.getByRole('navigation', { name: 'Administration' })).toBeVisible()
}

export async function goTo(page: Page, name: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Administration' })
  await navigation.getByRole('link', { name: new RegExp(`^${name}`) }).click()
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(name, 'i') })).toBeFocused()
}

/** Presses the button of the dialog that does it. */
export async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
