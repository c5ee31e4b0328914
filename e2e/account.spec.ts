import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { poorestContrasts } from './contrast.ts'
import { tabTo } from './steps/keyboard-steps.ts'
import { bookFor, codeTo, mailTo, signIn } from './steps/sign-in-steps.ts'
import { expect, test } from './world.ts'

const wrong = (code: string) => (code === '00000000' ? '11111111' : '00000000')

test('change one’s address by the codes of two mails, by keyboard alone', async ({
  page,
  api,
  expectFailedLoads,
}) => {
  expectFailedLoads(422)
  const [old, next] = ['hedy@example.org', 'lamarr@example.org']
  const { manageToken, id } = await bookFor(api, 'layla-haddad', old)
  await page.goto('/account')
  await signIn(page, old)
  await tabTo(page, /New e-mail/)
  await page.keyboard.type(next)
  await page.keyboard.press('Enter')
  const current = page.getByRole('textbox', { name: `Code sent to ${old}` })
  await expect(current).toBeFocused()
  await page.keyboard.type(await codeTo(page, old))
  await page.keyboard.press('Tab')
  const code = await codeTo(page, next)
  await page.keyboard.type(wrong(code))
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: `Code sent to ${next}` })
  await expect(field).toHaveAccessibleDescription(/not right/)
  await expect(field).toBeFocused()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your address is changed')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goto('/bookings')
  const upcoming = page.getByRole('list', { name: 'Upcoming sessions' })
  await expect(upcoming.getByRole('listitem')).toHaveCount(1)
  const headers = { authorization: `Bearer ${manageToken}` }
  expect((await api(`/bookings/${id}`, { headers })).status).toBe(404)
})

test('take one’s data away; what is upcoming stands against erasing, then it is done', async ({
  page,
  api,
  expectFailedLoads,
}) => {
  expectFailedLoads(409)
  const email = 'mileva@example.org'
  await bookFor(api, 'ana-carolina-cavalcanti', email)
  await page.goto('/account')
  await signIn(page, email)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download my data' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('expertconnect-data.json')
  const data = JSON.parse(await readFile(await file.path(), 'utf8'))
  expect(data.person.email).toBe(email)
  expect(data.bookings).toHaveLength(1)

  await page.getByRole('button', { name: 'Erase my data' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(email)
  await page.keyboard.press('Enter')
  await dialog.getByRole('link', { name: 'My bookings' }).click()
  await page.getByRole('button', { name: /^Cancel the session/ }).click()
  await dialog.getByRole('button', { name: 'Cancel the session' }).click()
  await expect(page.getByText('No upcoming sessions')).toBeVisible()

  // As the server would lead there, had the sign-in been a while ago.
  await page.goto('/sign-in?again=1&to=%2Faccount%3Ferase%3D1')
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue(email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await expect(page.getByRole('textbox', { name: 'Eight-digit code' })).toBeFocused()
  await page.keyboard.type((await mailTo(page, email)).code)
  await dialog.getByRole('textbox').fill(email)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your data is erased')).toBeVisible()
  await expect(page).toHaveURL((url) => url.pathname === '/')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('axe finds nothing, text on glass is readable, nothing is wider than a phone', async ({
      page,
      expectFailedLoads,
    }) => {
      expectFailedLoads(422)
      const email = `with-a-rather-long-address-${colorScheme}@example.org`
      await page.goto('/account')
      await signIn(page, email)
      // On a phone it lies on what is measured.
      await page.getByRole('button', { name: 'Dismiss' }).click()
      await page.getByRole('textbox', { name: 'New e-mail' }).fill(`new-${email}`)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('textbox', { name: `Code sent to ${email}` })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByText('The code has eight digits')).toHaveCount(2)
      await examine(page, `account-${colorScheme}`)

      await page.getByRole('button', { name: 'Erase my data' }).click()
      await page.getByRole('dialog').getByRole('textbox').fill('somebody else')
      await page.keyboard.press('Enter')
      await expect(page.getByText(`Type ${email} to go on`)).toBeVisible()
      await examine(page, `erase-${colorScheme}`)
    })
  })
}

async function examine(page: Page, name: string): Promise<void> {
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 360, height: 780 },
  ]) {
    await page.setViewportSize(viewport)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    expect(await poorestContrasts(page)).toEqual([])
    const wider = () =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await expect.poll(wider).toBeLessThanOrEqual(0)
    const shots = process.env['SHOTS']
    if (shots)
      await page.screenshot({ path: `${shots}/${name}-${viewport.width}.png`, fullPage: true })
  }
}
