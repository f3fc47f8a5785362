// The two pages that the app's manifest has to name: what happens to personal data, and on what terms the app is used.
import express, { type Router } from 'express';

interface Statement {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const statements: Readonly<Record<'privacy' | 'terms', Statement>> = {
  privacy: {
    title: 'Privacy',
    paragraphs: [
      'Part-time Timetables keeps its records in SharePoint lists and libraries of your own Microsoft 365. The school that a pupil attends is responsible for them; the school’s or trust’s privacy notice says how long they are kept and whom to ask.',
      'The app holds a copy of the lists in its memory while it runs. Where the school’s administrator has set it so, it keeps the same copy in one file that only the app can read, so that a restart need not read everything again; the file can be deleted at any time. Its log holds case references and counts, and no names.',
      'Cards in Teams name a pupil by case reference and initials. Mail to the local authority holds a link, which asks for sign-in, and no personal data. Governors see an anonymised list.',
      'A parent’s agreement to a part-time timetable is an agreement under the attendance regulations, not consent to the use of data: withdrawing it ends the timetable and does not erase the record.',
    ],
  },
  terms: {
    title: 'Terms of use',
    paragraphs: [
      'Part-time Timetables is free software under the MIT licence. It comes without warranty.',
      'It reminds and records; it does not decide. Whether a part-time timetable is right and lawful for a pupil remains the decision of the school, with the parent and the local authority.',
    ],
  },
};

const page = ({ title, paragraphs }: Statement): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Part-time Timetables</title>` +
  '<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;color:#242424;background:#fff}</style></head>' +
  `<body><main><h1>${title}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</main></body></html>`;

export function statementsRouter(): Router {
  const router = express.Router();
  for (const [name, statement] of Object.entries(statements)) {
    router.get(`/${name}`, (_request, answer) => {
      answer.type('html').send(page(statement));
    });
  }
  return router;
}
