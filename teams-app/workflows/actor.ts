import type { Actor } from '#domain/people.ts';
import type { Membership } from './ports.ts';

/** A member of a school's Team without a role group is one of its teachers. */
export const actorOf = ({ id, name, roles }: Membership): Actor => ({
  id,
  name,
  roles: roles.length > 0 ? roles : ['teacher'],
});
