import { expectAccessible } from '../accessible.ts'
import { confirm, goTo, openAdmin } from '../steps/admin-steps.ts'
import { openDesk } from '../steps/desk-steps.ts'
import { signIn } from '../steps/sign-in-steps.ts'
import { expect, test } from '../world.ts'

const slug = 'ingrid-solheim'
const words = 'We found the fault in ten minutes, and I know now how to look for the next one.'
const answer = 'Thank you! Write to me if it comes back.'

test('a customer reviews a session, everybody sees it at once, the expert answers, an administrator hides it', async ({
  page: desk,
  newVisitor,
}) => {
  const newPage = async () => (await newVisitor()).newPage()
  const visitor = await newPage()
  await visitor.goto(`/experts/${slug}`)
  const reviews = visitor.getByRole('region', { name: 'Reviews' })
  const total = reviews.getByText(/^[\d,]+ reviews$/)
  await expect(total).toBeVisible()
  const before = await total.innerText()

  await openDesk(desk, slug, '/desk/reviews')
  const past = await desk.request.get('/api/v1/desk/bookings?scope=past')
  const [{ id, customer }] = (await past.json()).items

  const theirs = await newPage()
  await theirs.goto('/bookings')
  await signIn(theirs, customer.email)
  await theirs.goto(`/b/${id}`)
  const form = theirs.getByRole('region', { name: 'Your review helps others' })
  await form.getByRole('button', { name: 'Send the review' }).click()
  await expect(form.getByText('Please choose one to five stars')).toBeVisible()
  await expect(form.getByRole('radio', { name: '1 star, poor' })).toBeFocused()
  await expectAccessible(theirs, 'light')
  for (let star = 1; star < 4; star++) await theirs.keyboard.press('ArrowRight')
  await expect(form.getByRole('radio', { name: '4 stars, very good' })).toBeChecked()
  await form.getByRole('textbox', { name: /^What would you tell others/ }).fill(words)
  await form.getByRole('textbox', { name: 'Shown as' }).fill('Somebody glad')
  await form.getByRole('button', { name: 'Send the review' }).click()
  await expect(theirs.getByRole('region', { name: 'Your review' })).toContainText(words)
  await expectAccessible(theirs, 'light')

  await expect(reviews.getByText(words)).toBeVisible()
  await expect(total).not.toHaveText(before)
  await desk.reload()
  await desk.getByRole('button', { name: 'Answer Somebody glad' }).click()
  await desk.getByRole('textbox', { name: 'Your answer' }).fill(answer)
  await expectAccessible(desk, 'light')
  await confirm(desk, 'Publish the answer')
  await expect(desk.getByText(answer)).toBeVisible()
  await expect(reviews.getByText(answer)).toBeVisible()
  await expectAccessible(desk, 'light')

  await reviews.getByRole('button', { name: 'Report the review by Somebody glad' }).click()
  await visitor.getByRole('textbox', { name: /^What is wrong/ }).fill('This is an advertisement')
  await confirm(visitor, 'Report')
  const admin = await newPage()
  await openAdmin(admin, '/admin/reviews')
  await expect(admin.getByText('This is an advertisement')).toBeVisible()
  await expectAccessible(admin, 'light')
  await admin.getByRole('button', { name: 'Hide… the review by Somebody glad' }).click()
  await admin.getByRole('textbox', { name: /^Why/ }).fill('Please do not advertise here')
  await confirm(admin, 'Hide the review')
  await expect(admin.getByText('Nothing is reported')).toBeVisible()
  await expect(reviews.getByText(words)).toBeHidden()
  await expect(total).toHaveText(before)
  await theirs.reload()
  await expect(theirs.getByText('Please do not advertise here')).toBeVisible()
  await goTo(admin, 'Audit')
  await expect(admin.getByRole('listitem').filter({ hasText: /hid: Review of/ })).toHaveCount(1)
})
