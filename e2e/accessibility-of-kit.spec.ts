import type { Page } from '@playwright/test'
import { checkPages, type Pages } from './accessible.ts'
import { expect } from './world.ts'

async function openKit(page: Page): Promise<void> {
  await page.goto('/dev/ui')
  await expect(page.getByRole('heading', { level: 1, name: 'The kit' })).toBeVisible()
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const states: Pages = {
  'the kit: what is not saved, what failed, what was copied': async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    await openKit(page)
    await page.getByLabel('State of the bar').selectOption('elsewhere')
    await page.getByLabel('State of the list').selectOption('not refreshed')
    await press(page, 'Copy the link')
    await expect(page.getByText('The browser did not allow copying')).toBeVisible()
  },
  'the kit: a list that failed, and news': async (page) => {
    await openKit(page)
    await page.getByLabel('State of the list').selectOption('failed')
    await press(page, 'News')
    await press(page, 'Good news')
    await press(page, 'Bad news')
    await page.getByRole('button', { name: 'Dismiss' }).last().focus()
  },
  'the kit: a question that is refused': async (page) => {
    await openKit(page)
    await press(page, 'Ask a reason')
    await press(page, 'Cancel it')
    await expect(page.getByText('Say why: they will ask')).toBeVisible()
    await page.getByLabel('Why, for the customer').fill('I am ill')
    await press(page, 'Cancel it')
    await expect(page.getByText('It is too late for that.')).toBeVisible()
  },
}

// Its screens do not repeat each other: all are looked at, once.
checkPages({ 'the kit': openKit }, Infinity)
checkPages(states)
