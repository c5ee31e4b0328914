import type { Page } from '@playwright/test'
import { openAdmin } from '../steps/admin-steps.ts'
import { askForCode, mailTo } from '../steps/sign-in-steps.ts'
import { expect, test } from '../world.ts'

const admin = 'admin@example.com'

/** A device of the browser that keeps passkeys, and whose owner always agrees. */
async function giveDevice(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /** Whoever holds it is not who it knows. */
    refuse: () =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
    agree: () =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true }),
  }
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out here' }).click()
  await expect(page.getByRole('heading', { name: /Sign in to see/ })).toBeVisible()
}

test('an administrator adds a passkey, and gets in by nothing less from then on', async ({
  page,
  baseURL,
  expectFailedLoads,
}) => {
  expectFailedLoads(403)
  // Browsers know no passkeys of a bare IP address.
  expect(new URL(baseURL ?? '').hostname).toBe('localhost')
  const device = await giveDevice(page)
  await openAdmin(page)
  await expect(page.getByText('Please add a passkey')).toBeVisible()
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByRole('textbox', { name: 'Name of the passkey' }).fill('My laptop')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const passkeys = page.getByRole('list', { name: 'Passkeys' })
  await expect(passkeys.getByRole('listitem')).toContainText('My laptop')
  await expect(passkeys).toContainText('not used yet')
  await page.goto('/admin')
  await expect(page.getByRole('navigation', { name: 'Administration' })).toBeVisible()
  await expect(page.getByText('Please add a passkey')).toHaveCount(0)

  await signOut(page)
  await page.goto('/sign-in?to=/admin')
  await askForCode(page, admin)
  const { code } = await mailTo(page, admin)
  await page.getByRole('textbox', { name: 'Eight-digit code' }).fill(code)
  await expect(page.getByRole('heading', { level: 1, name: 'Now use your passkey' })).toBeVisible()
  await device.refuse()
  await page.getByRole('button', { name: 'Use my passkey' }).click()
  await expect(page.getByText('No passkey was used')).toBeVisible()
  await device.agree()
  await page.getByRole('button', { name: 'Use my passkey' }).click()
  await expect(page.getByRole('navigation', { name: 'Administration' })).toBeVisible()

  await signOut(page)
  await page.goto('/sign-in?to=/account')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(passkeys).toContainText('last used')
  await passkeys.getByRole('button', { name: 'Remove My laptop' }).click()
  await expect(page.getByText('The passkey was removed')).toBeVisible()
  await page.goto('/admin')
  await expect(page.getByText('Please add a passkey')).toBeVisible()
})
