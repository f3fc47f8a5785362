import type { Problem } from '#tab/contract/answers.ts';
import type { FailureKind } from '../server/failure.ts';

export const failures: Record<FailureKind, Problem> = {
  unreachable: {
    words: 'The connection to the service is broken.',
    next: 'Nothing was lost. Check your network; we keep trying.',
  },
  server: {
    words: 'The service could not answer just now.',
    next: 'Nothing was lost. We keep trying; if it lasts, tell whoever looks after Part-time timetables.',
  },
  unreadable: {
    words: 'The service answered with something this page does not understand.',
    next: 'Reload the tab: a newer version of it may be waiting. If that does not help, tell whoever looks after Part-time timetables.',
  },
  'sign-in': {
    words: 'Teams could not sign you in to Part-time timetables.',
    next: 'Press “Try again”. If that does not help, sign out of Teams and in again.',
  },
  consent: {
    words: 'Part-time timetables may not yet know who you are.',
    next: 'Press “Try again” and accept what Microsoft asks. If it asks for an administrator, send this page’s words to whoever looks after Microsoft 365 at your school: the app “Part-time timetables” needs their approval, once.',
  },
  changed: {
    words: 'Somebody else changed this case in the meantime.',
    next: 'Nothing you typed was lost. Look at what changed, then press again.',
  },
  refused: { words: 'The service did not accept this.', next: 'Go back to the cases and try once more.' },
  'not found': {
    words: 'There is nothing here for you.',
    next: 'The case or school may not exist, or you may not be in its Team. Ask the school’s headteacher to add you.',
  },
};
