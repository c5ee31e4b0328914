import { pageTitles } from '@expertconnect/contract/pages'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { AboutText } from './about-text.tsx'

export function TermsPage() {
  return (
    <AboutText
      title={pageTitles['/terms']}
      lead="What a booking means, and what it does not, in plain words."
    >
      <h2>What this site does</h2>
      <p>
        It brings you and an expert together at a time that suits both. The session is an agreement
        between the two of you; neither this software nor whoever operates it is part of it or
        answers for the advice that is given.
      </p>

      <h2>Price and payment</h2>
      <p>
        The price is shown before you book and does not change afterwards. Nothing is charged here:
        you settle it with the expert directly, in the way that the two of you agree on.
      </p>

      <h2>Holding a time</h2>
      <p>
        A time that you pick is kept for you for five minutes while you fill in the form; you can
        extend that once. It is yours only when the booking is confirmed.
      </p>

      <h2>Moving and cancelling</h2>
      <p>
        You can move or cancel a session, through your private link or signed in, until the deadline
        that the expert has set. It is shown before you book and on the page of your booking. After
        it, please talk to the expert.
      </p>

      <h2>Your private link</h2>
      <p>
        Whoever has the link of a booking can see and change it, as can whoever signs in with the
        e-mail address that it was booked with. Keep the link to yourself. If you correct the e-mail
        address of a booking, the old link stops working and a new one takes its place.
      </p>

      <h2>Fair use</h2>
      <p>
        Please book only what you mean to attend, in your own name. To keep times free for
        everybody, the number of times that can be held or booked from one connection is limited.
      </p>

      <h2>Your data</h2>
      <p>
        The page about <Link to={paths.privacy}>privacy</Link> says what is stored, and for whom.
      </p>

      <h2 id="source">The software</h2>
      <p>
        ExpertConnect is free software under the MIT licence. It comes without warranty. Whoever
        operates this installation can tell you which version runs here and give you its source.
      </p>
    </AboutText>
  )
}
