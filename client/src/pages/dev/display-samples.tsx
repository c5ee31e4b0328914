import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Avatar } from '../../ui/display/avatar.tsx'
import { Card } from '../../ui/display/card.tsx'
import { CategoryIcon, categoryIconNames } from '../../ui/display/category-icon.tsx'
import { Chip } from '../../ui/display/chip.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { Rating } from '../../ui/display/rating.tsx'
import { Stars } from '../../ui/display/stars.tsx'
import { Steps } from '../../ui/display/steps.tsx'
import { Travelling } from '../../ui/display/travelling.tsx'
import { VisuallyHidden } from '../../ui/display/visually-hidden.tsx'
import { Sample, SampleGroup } from './sample.tsx'

const photo = '/portraits/amara-okafor.webp'
const categories = [
  'startups',
  'engineering',
  'design',
  'law',
  'health',
  'finance',
  'languages',
  'music',
  'other',
]

export function DisplaySamples() {
  return (
    <SampleGroup title="Display">
      <Sample title="Avatar">
        <ButtonRow>
          <Avatar name="Amara Okafor" photoUrl={photo} category="law" size={96} eager />
          <Avatar name="Amara Okafor" photoUrl={photo} category="law" size={56} />
          <Avatar name="Amara Okafor" photoUrl={null} category="law" size={56} />
          <Avatar name="Łukasz van der Berg" photoUrl={null} size={40} />
          <Avatar name="Its photo is gone" photoUrl="/portraits/nobody.webp" size={40} />
        </ButtonRow>
        <ButtonRow>
          {categories.map((category) => (
            <Avatar key={category} name={category} photoUrl={null} category={category} size={40} />
          ))}
        </ButtonRow>
      </Sample>
      <Sample title="Rating and stars">
        <Rating average={4.93} count={132} />
        <Rating average={4} count={1} words />
        <Rating average={0} count={0} />
        <Stars rating={5} />
        <Stars rating={3} />
        <Stars rating={0} />
      </Sample>
      <Sample title="Chip">
        <ButtonRow>
          <Chip>Pricing</Chip>
          <Chip>Contract law</Chip>
          <Chip>Čeština</Chip>
        </ButtonRow>
      </Sample>
      <Sample title="Icons that a category can have">
        <ButtonRow>
          {categoryIconNames.map((name) => (
            <CategoryIcon key={name} name={name} size={22} />
          ))}
        </ButtonRow>
      </Sample>
      <Sample title="Steps">
        <Steps steps={['Open the settings of this site.', 'Allow notifications.']} />
      </Sample>
      <Sample title="Card" bare>
        <Card>One of many</Card>
        <Card lifts>One that leads somewhere: it rises under the pointer</Card>
      </Sample>
      <Sample title="Panel" bare>
        <Panel>A pane of glass</Panel>
        <Panel padding="l">With more room</Panel>
        <Panel padding="none">
          <Avatar name="With none" photoUrl={null} size={56} />
        </Panel>
      </Sample>
      <Sample title="Travels, or is only read out">
        <Travelling name="sample-travelling">
          <span>
            <Chip>This would</Chip>
          </span>
        </Travelling>
        <p>
          Nobody sees the rest<VisuallyHidden> of this sentence</VisuallyHidden>.
        </p>
      </Sample>
    </SampleGroup>
  )
}
