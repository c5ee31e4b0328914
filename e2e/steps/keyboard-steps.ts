import type { Page } from '@playwright/test'

/** Presses Tab until something whose role and name fit has the focus; a person would give up at some point too. */
export async function tabTo(page: Page, name: RegExp, atMost = 60): Promise<void> {
  for (let count = 0; count < atMost; count++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      // Past the end of the page nothing has the focus, and the body says all that the page says.
      if (!element || element === document.body) return ''
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? [...(element.labels ?? [])].map((label) => label.textContent)
          : []
      return [element.getAttribute('aria-label') ?? '', ...labels, element.textContent].join(' ')
    })
    if (name.test(focused)) return
  }
  throw new Error(`Tab never reached ${name}`)
}
