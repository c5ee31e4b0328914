import { AboutPage } from './about-page.tsx'

export function PrivacyPage() {
  return (
    <AboutPage
      title="Privacy"
      lead="What is kept, where, and who can see it. It is little, and this page lists all of it."
    >
      <h2>When you only look around</h2>
      <p>
        Nothing is stored about you. There are no cookies for visitors, no trackers, no statistics
        about people, and your browser loads nothing from any other company: fonts, pictures and
        code all come from this server.
      </p>

      <h2>When you book</h2>
      <p>
        The booking is kept with the name, the e-mail address and, if you give them, the phone
        number and the topic that you typed, together with your time zone. They can be seen by three
        sides only:
      </p>
      <ul>
        <li>you, through your private link;</li>
        <li>the expert whom you booked;</li>
        <li>an administrator of this installation.</li>
      </ul>
      <p>
        Everybody else learns no more than that a time is taken. Nobody can find out whether an
        e-mail address is known here.
      </p>

      <h2>In your browser</h2>
      <p>Kept on this device only, until you clear the data of this site:</p>
      <ul>
        <li>the theme, if you chose one;</li>
        <li>the time zone and the 12- or 24-hour clock, if you chose them;</li>
        <li>
          the private links of bookings that were made in this browser, so that “My bookings” can
          list them. Whoever uses this browser can open them: on a shared computer, remove them
          there.
        </li>
        <li>
          your name, e-mail address and phone number, if you ask the form to remember them for the
          next time;
        </li>
        <li>
          a random name for this browser, made when you first pick a time: it tells the times that
          are held for you from those of others behind the same connection.
        </li>
      </ul>
      <p>
        What you type into the form of a booking is also kept in its tab, so that a reload loses
        nothing. It goes when the tab is closed.
      </p>

      <h2>On the server, for a short time</h2>
      <ul>
        <li>
          Your IP address is counted in memory, for at most an hour, to limit how much one
          connection can ask for. It is not written to disk by this software.
        </li>
        <li>
          Logs record which kinds of request came in and how they ended. They hold no names, e-mail
          addresses, phone numbers, topics or links.
        </li>
        <li>A time that is held while you fill in the form is given back after five minutes.</li>
      </ul>

      <h2>Who is responsible</h2>
      <p>
        ExpertConnect is software that somebody runs on a server of their own. Whoever operates this
        installation is responsible for the data in it, decides how long past bookings are kept, and
        is the one to ask if you want yours shown, corrected or deleted. You can correct your own
        details at any time through your private link.
      </p>
    </AboutPage>
  )
}
