import { pageTitles } from '@expertconnect/contract/pages'
import { AboutText } from './about-text.tsx'

export function PrivacyPage() {
  return (
    <AboutText
      title={pageTitles['/privacy']}
      lead="What is kept, where, and who can see it. It isn’t much, and this page lists all of it."
    >
      <h2>When you only look around</h2>
      <p>
        Nothing is stored about you. There are no cookies for visitors, no trackers, no statistics
        about people, and your browser loads nothing from any other company: fonts, pictures and
        code all come from this server. Booking sets no cookie either.
      </p>

      <h2>When you book</h2>
      <p>
        The booking is kept with the name, the e-mail address and, if you give them, the phone
        number and the topic that you typed, together with your time zone. They can be seen by three
        sides only:
      </p>
      <ul>
        <li>
          you, signed in with its e-mail address or through your private link, which opens it until
          some time after the session (ninety days, unless this installation says otherwise);
        </li>
        <li>the expert whom you booked;</li>
        <li>an administrator of this installation.</li>
      </ul>
      <p>
        An expert or an administrator can block anyone who misuses this, by the e-mail address, its
        domain or the network of a booking. For networks only made-up names are kept, and those stay
        with bookings and blocks. A block goes on when you erase your account, without your name and
        address.
      </p>
      <p>
        Everyone else learns only that a time is taken. Nobody can find out whether an e-mail
        address is known here.
      </p>

      <h2>When we write to you</h2>
      <p>
        We e-mail you only about your own sessions and sign-ins: a confirmation, changes, and
        reminders before it begins. There are no newsletters, and no pixels or links that tell
        whether an e-mail was opened.
      </p>
      <ul>
        <li>
          For each e-mail we keep what it was about, when it was handed over to the mail server and
          what that server answered, so that you, the expert and an administrator can see whether it
          went out.
        </li>
        <li>
          The mail server that this installation uses, and your own mail provider’s, carry the
          e-mail with your name, the time of the session and the private link to it.
        </li>
      </ul>

      <h2>When you talk</h2>
      <p>
        Sound, picture and shared screens go from your browser to the other one and nowhere else:
        directly or, where a network allows no direct way, through a relay that passes them on
        encrypted and can’t look inside. Nothing is recorded, on any server.
      </p>
      <ul>
        <li>
          Camera and microphone are used only when you turn them on, and only on the page of the
          session and of practice: no other page of this site may ask for them.
        </li>
        <li>
          The chat goes the same way. No server keeps it; your tab does, until you close it, so that
          a reload loses nothing. You can save it as a text file.
        </li>
        <li>
          For a direct connection, the two browsers learn each other’s IP addresses, as in every
          call of this kind.
        </li>
        <li>
          The server passes on what the browsers need to find each other, without reading it. When a
          call fails, it counts the kind of fault, and no more.
        </li>
        <li>
          When each of you came into the room and left it is written down, so that both read the
          same afterwards: the single entries for ninety days, and what they come to (“you were
          there 14:02–14:31”) with the booking. The two of you and an administrator see it, as they
          see a note that one of you is late, or that it went differently.
        </li>
      </ul>

      <h2>When you take notes</h2>
      <p>
        What you note about a session is shown to you alone: not to the other side, and to no
        administrator in this product. It stands in no mail. It is kept with the booking, is part of
        what you can download, and goes when you erase your data. What the expert noted for
        themselves stays with the expert.
      </p>

      <h2>When you review a session</h2>
      <p>
        Your stars, what you write and the name that you choose are shown to everyone who visits the
        expert’s page, next to the day and the expert’s answer. Nobody is shown who you are. When
        you erase your data the stars stay, without the name and the words.
      </p>

      <h2>When you sign in</h2>
      <p>Signing in is a choice: looking around and booking work without it. With it is kept:</p>
      <ul>
        <li>your e-mail address, since when it is known here, and nothing else about you;</li>
        <li>
          for each browser in which you are signed in, its name (such as “Firefox on Linux”), since
          when, and when it was last seen. You see them all, and end each of them, at “Your
          account”. One ends by itself after a week without use, and after thirty days at the
          latest;
        </li>
        <li>
          of the code and the link in the mail, and of your cookie, only hashes: what is stored
          opens nothing. Codes and links are good for ten minutes;
        </li>
        <li>
          of each passkey that you add, its public key, the name that you gave it, since when, and
          when it was last used. Your fingerprint, face or PIN never leaves your device;
        </li>
        <li>
          in a log for administrators, for 400 days: that you signed in and when, by what (a code, a
          link or a passkey), the name of the browser, and a made-up name for your network; that
          somebody was refused as you; and what became of your passkeys, sessions and address. It
          goes when you erase your data;
        </li>
        <li>
          where no mail server is set up, the mail itself, on the disk of this server: with a code,
          until it is used or ten minutes have passed; any other, for thirty days;
        </li>
        <li>
          how often a sign-in was asked for, under a made-up name for your address and connection,
          for a day at most: so nobody can guess codes, or flood you with mail.
        </li>
        <li>
          of calendars that you add as an expert: their addresses, encrypted, your names for them,
          and when they are busy; nothing else of what is in them. It goes when you remove one.
        </li>
      </ul>
      <p>
        At “Your account” you can also change your address, download all of this with your bookings,
        and erase it: past sessions stay in the expert’s calendar without your name, address, phone
        number and topic. What is erased is gone from the files of the database as well, and from
        mails that are kept on this server.
      </p>
      <p>
        Backups that were made before keep what was there then. Whoever operates this installation
        decides how long they are kept, and must erase you again where one of them is restored.
        E-mails that were sent are in the mailboxes of those who got them.
      </p>
      <p>Five cookies can come with it. All are for signing in, and none is for tracking:</p>
      <ul>
        <li>
          <code>ec</code> keeps you signed in, for thirty days at most;
        </li>
        <li>
          <code>ec-sign-in</code> links a code to the browser that asked for it, for ten minutes;
        </li>
        <li>
          <code>ec-passkey</code> does the same for what a passkey is asked to sign;
        </li>
        <li>
          <code>ec-address</code> does the same for the codes of a change of address;
        </li>
        <li>
          <code>ec-browser</code> shows that this browser has confirmed an address before, so that
          strangers who guess codes can’t lock you out. It goes after 400 days.
        </li>
      </ul>
      <p>
        A demo on your own machine has one more, <code>ec-demo</code>, which opens the mail of that
        demo. Scripts can’t read them and other sites can’t use them. Over https their names begin
        with <code>__Host-</code>.
      </p>

      <h2>In your browser</h2>
      <p>Kept on this device only, until you clear the data of this site:</p>
      <ul>
        <li>the theme, if you chose one;</li>
        <li>
          which camera, microphone and speaker you chose, and how the last tests of your connection
          ended;
        </li>
        <li>that you are signed in here, so that the page knows it before it asks;</li>
        <li>the time zone and the 12- or 24-hour clock, if you chose them;</li>
        <li>
          whether you want to be told here when a session begins, that you were asked, and of which
          ones you were told last;
        </li>
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
          are held for you from those of others behind the same connection;
        </li>
        <li>
          which times are held for you at this moment, so that another tab knows them as yours: each
          goes when it is booked, given back or runs out.
        </li>
      </ul>
      <p>
        What you type into the booking form, or as an address to sign in with or change to, is also
        kept in its tab, so that a reload loses nothing. So are notes that have not been saved yet.
        It goes when the tab is closed.
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
        is the one to ask if you want to know more. You can correct your own details at any time
        through your private link, or signed in.
      </p>
    </AboutText>
  )
}
