/** Those who can mend what is wrong in a tenant, each with rights of their own. */
export const menders = [
  'Microsoft 365 administrator',
  'SharePoint site owner',
  'owner of the Team',
  'whoever runs the app',
] as const;
export type Mender = (typeof menders)[number];

/** Something that the app cannot mend, or may not: what is wrong, who can mend it, and the one thing to do. No pupil's data. */
export interface Trouble {
  readonly words: string;
  readonly who: Mender;
  readonly todo: string;
}

export const provisionCommand = 'npm run ptt -- provision';
