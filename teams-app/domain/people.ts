export const roles = ['headteacher', 'senco', 'dsl', 'attendance', 'teacher', 'trust'] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, string>> = {
  headteacher: 'headteacher',
  senco: 'SENCO',
  dsl: 'designated safeguarding lead',
  attendance: 'attendance officer',
  teacher: 'teacher',
  trust: 'trust officer',
};

/** “headteacher, the SENCO or the designated safeguarding lead”, to follow “the”. */
export const roleList = (roles: readonly Role[]): string =>
  roles
    .map((role) => roleNames[role])
    .join(', the ')
    .replace(/, the ([^,]*)$/, ' or the $1');

/** Those who lead cases. */
export const caseworkers: readonly Role[] = ['headteacher', 'senco', 'dsl'];

/** A person as Microsoft Entra knows them: object id and display name. */
export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Someone doing something in one school, with the parts they play there. */
export interface Actor extends Person {
  readonly roles: readonly Role[];
}

/** “JE” for Jimmy Example. Channel cards name a pupil by case reference and initials only. */
export const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((part) => [...part][0]?.toUpperCase() ?? '')
    .join('');
