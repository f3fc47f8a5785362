import type { TeamsApp } from '../teams/teams-app.ts';
import { appId } from './tenant.ts';

/** The app as the demonstration's Teams knows it; manifest/ says the same to Microsoft's. */
export const demoApp = (origin: TeamsApp['origin']): TeamsApp => ({
  appId,
  botName: 'PTT',
  commands: [
    { title: 'review due', description: 'Reviews that are overdue or due soon' },
    { title: 'unsigned', description: 'Cases whose parental consent is not signed' },
    { title: 'help', description: 'What PTT can do' },
  ],
  tab: { entityId: 'cases', name: 'Part-time timetables', contentUrl: '/tab/' },
  origin,
});
