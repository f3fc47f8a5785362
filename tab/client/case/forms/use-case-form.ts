import { useQueryClient } from '@tanstack/react-query';
import { type CasePage, casePageSchema } from '#tab/contract/answers.ts';
import { caseKey, casePath } from '../../server/queries.ts';
import { useServices } from '../../services.ts';
import type { CaseFormDefinition } from './definition.ts';
import { keepCase } from './keep-case.ts';
import { type Form, useForm } from './use-form.ts';
import { whatChanged } from './what-changed.ts';

/** A form that changes a case: sent with the case's etag, and shown beside what others changed meanwhile. */
export function useCaseForm<K extends string>(
  definition: CaseFormDefinition<K>,
  school: string,
  opened: CasePage,
): Form<K, CasePage> {
  const { api } = useServices();
  const queries = useQueryClient();
  const { ref } = opened.row;
  return useForm({
    definition,
    place: { school, ref, form: definition.action },
    opened,
    press: ({ etag }) => ({ etag }),
    send: (body) => api.send(`${casePath(school, ref)}/${definition.endpoint}`, body, casePageSchema),
    keep: (page) => keepCase(queries, school, page),
    meanwhile: {
      read: async () => {
        const fresh = await api.read(casePath(school, ref), casePageSchema);
        if (fresh.ok) queries.setQueryData(caseKey(school, ref), fresh.value);
        return fresh;
      },
      changes: whatChanged,
    },
  });
}
