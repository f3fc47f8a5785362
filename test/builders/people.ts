import type { Actor, Role } from '#domain/people.ts';
import type { Membership } from '#workflows/ports.ts';

/** Someone at work in a school: its SENCO unless the test says otherwise. */
export const anActor = (role: Role = 'senco', changes: Partial<Actor> = {}): Actor => ({
  id: `person-${role}`,
  name: `Wren the ${role}`,
  roles: [role],
  ...changes,
});

export const headteacher: Actor = anActor('headteacher', { name: 'Juniper Thistle' });
export const senco: Actor = anActor('senco', { name: 'Wren Larkspur' });

/** A person as Microsoft 365 knows them: Larkfield's SENCO unless the test says otherwise. */
export const aMember = (changes: Partial<Membership> = {}): Membership => ({ ...senco, schools: ['LARK'], ...changes });
