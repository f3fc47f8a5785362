import type { Me } from '#tab/contract/answers.ts';

/** The roles that lead cases. The server decides; this spares others a form that would be refused. */
const openingRoles: readonly string[] = ['headteacher', 'senco', 'dsl'];

export const mayOpenCases = ({ roles }: Pick<Me, 'roles'>): boolean =>
  roles.some((role) => openingRoles.includes(role));
