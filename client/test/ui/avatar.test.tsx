import { fireEvent, render } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Avatar } from '../../src/ui/display/avatar.tsx'
import { initials } from '../../src/ui/display/initials.ts'

test('initials stand in for a picture that is missing or fails, until there is another one', () => {
  const { container, rerender } = render(
    <Avatar name="Łukasz Żółć" photoUrl="/portraits/gone.webp" size={72} />,
  )
  const image = container.querySelector('img')
  expect(image?.getAttribute('width')).toBe('72')
  expect(image?.getAttribute('alt')).toBe('')
  if (image) fireEvent.error(image)
  expect(container.querySelector('img')).toBeNull()
  expect(container.textContent).toBe('ŁŻ')
  rerender(<Avatar name="Łukasz Żółć" photoUrl="/portraits/new.webp" size={72} />)
  expect(container.querySelector('img')).not.toBeNull()
  rerender(<Avatar name="Łukasz Żółć" photoUrl={null} size={72} />)
  expect(container.textContent).toBe('ŁŻ')
})

test.each([
  ['Amara Okafor', 'AO'],
  ['wulandari', 'W'],
  ['Ana Carolina Mendes de Albuquerque Cavalcanti', 'AC'],
  ['  Fergus   Ó Súilleabháin ', 'FS'],
  ['森 はるか', '森は'],
  ['𝒜da 𝓁ovelace', '𝒜𝓁'],
  ['42', '?'],
  ['', '?'],
])('the initials of %j are %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
