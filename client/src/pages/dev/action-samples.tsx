import { CalendarPlus, Pencil, Trash2 } from 'lucide-react'
import { paths } from '../../lib/paths.ts'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Button } from '../../ui/action/button.tsx'
import { ChipLink } from '../../ui/action/chip-link.tsx'
import { IconButton } from '../../ui/action/icon-button.tsx'
import { InlineButton } from '../../ui/action/inline-button.tsx'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { Spinner } from '../../ui/action/spinner.tsx'
import { CategoryIcon } from '../../ui/display/category-icon.tsx'
import { Sample, SampleGroup } from './sample.tsx'

const variants = ['primary', 'quiet', 'plain', 'danger'] as const
const sizes = [
  ['s', 'Small'],
  ['m', 'Middle'],
  ['l', 'Large'],
] as const

export function ActionSamples() {
  return (
    <SampleGroup title="Action">
      {variants.map((variant) => (
        <Sample key={variant} title={`Button, ${variant}`}>
          <ButtonRow>
            {sizes.map(([size, label]) => (
              <Button key={size} variant={variant} size={size}>
                {label}
              </Button>
            ))}
          </ButtonRow>
          <ButtonRow>
            <Button variant={variant} icon={<CalendarPlus size={18} aria-hidden />}>
              With an icon
            </Button>
            <Button variant={variant} busy>
              Busy
            </Button>
            <Button variant={variant} disabled>
              Disabled
            </Button>
          </ButtonRow>
        </Sample>
      ))}
      <Sample title="Button, as wide as its place">
        <Button block variant="primary">
          Confirm booking
        </Button>
        <Button block>Choose another time</Button>
      </Sample>
      <Sample title="Link that looks like a button">
        <ButtonRow>
          <LinkButton variant="primary" to={paths.experts}>
            To a page of ours
          </LinkButton>
          <LinkButton href={paths.docs}>To anything else</LinkButton>
          <LinkButton variant="plain" size="s" to={paths.home}>
            Plain and small
          </LinkButton>
        </ButtonRow>
      </Sample>
      <Sample title="Button that is an icon">
        <ButtonRow>
          <IconButton label="Edit" icon={<Pencil size={18} aria-hidden />} />
          <IconButton label="Remove" icon={<Trash2 size={18} aria-hidden />} />
          <IconButton label="Remove, disabled" icon={<Trash2 size={18} aria-hidden />} disabled />
        </ButtonRow>
      </Sample>
      <Sample title="Link that filters">
        <ButtonRow>
          <ChipLink to="?" current>
            All
          </ChipLink>
          <ChipLink to="?category=law" icon={<CategoryIcon name="scale" />} count={12}>
            Law
          </ChipLink>
          <ChipLink to="?category=music" icon={<CategoryIcon name="music" />} count={0}>
            Music
          </ChipLink>
        </ButtonRow>
      </Sample>
      <Sample title="Button in a sentence">
        <p>
          Not your address? <InlineButton onClick={() => undefined}>Correct it</InlineButton>
        </p>
      </Sample>
      <Sample title="Spinner">
        <ButtonRow>
          <Spinner />
          <Spinner size={32} />
          <span>Always with words beside it</span>
        </ButtonRow>
      </Sample>
    </SampleGroup>
  )
}
