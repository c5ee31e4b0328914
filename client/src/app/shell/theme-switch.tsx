import { Segmented } from '../../ui/form/segmented.tsx'
import { chooseTheme, themeChoices, useTheme } from './theme.ts'

const labels = { system: 'System', light: 'Light', dark: 'Dark' }
const options = themeChoices.map((value) => ({ value, label: labels[value] }))

export function ThemeSwitch() {
  return (
    <Segmented
      legend="Theme"
      showLegend
      options={options}
      value={useTheme()}
      onChange={chooseTheme}
    />
  )
}
