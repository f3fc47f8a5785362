import { Link } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Me } from '#tab/contract/answers.ts';
import { BoardPage } from './board/board-page.tsx';
import type { BoardFilter } from './board/filter-rows.ts';
import { CaseDetails } from './case/case-page.tsx';
import { FormPage } from './case/forms/form-page.tsx';
import { SectionPlace } from './case/sections/section-place.tsx';
import { Loaded } from './frame/loaded.tsx';
import { PageHeading } from './frame/page-heading.tsx';
import { type SavedMessage, SaySavedContext } from './frame/saved.tsx';
import { Shell } from './frame/shell.tsx';
import { ImportPage } from './import/import-page.tsx';
import { useNavItems } from './nav-items.ts';
import { NewCasePage } from './new-case/new-case-page.tsx';
import { ReceivePage } from './new-case/receive-page.tsx';
import { ParkedPage } from './parked/parked-page.tsx';
import { RegisterPage } from './register/register-page.tsx';
import { hrefOf, type Route } from './route.ts';
import { SchoolsPage } from './schools/schools-page.tsx';
import { meQuery } from './server/queries.ts';
import { useServices } from './services.ts';
import { texts } from './texts.ts';
import { goToInstead, useRoute } from './use-route.ts';

/** The app inside Teams: who the person is, then the page they are on. */
export function App() {
  const { api } = useServices();
  const route = useRoute();
  const [saved, saySaved] = useState<SavedMessage | null>(null);
  const me = useQuery(meQuery(api));
  const nav = useNavItems(me.data, route);
  const here = route.page === 'unknown' ? null : hrefOf(route);
  return (
    <SaySavedContext value={saySaved}>
      <Shell nav={nav} saved={saved !== null && saved.href === here ? saved.words : null}>
        <Loaded query={me}>{(person) => <Pages me={person} route={route} />}</Loaded>
      </Shell>
    </SaySavedContext>
  );
}

function Pages({ me, route }: { readonly me: Me; readonly route: Route }) {
  const [filter, setFilter] = useState<BoardFilter>({ words: '', shown: 'open' });
  switch (route.page) {
    case 'home':
      return <Home me={me} />;
    case 'schools':
      return <SchoolsPage me={me} />;
    case 'board':
      return <BoardPage key={route.school} school={route.school} filter={filter} onFilter={setFilter} />;
    case 'import':
      return <ImportPage key={route.school} school={route.school} />;
    case 'parked':
      return <ParkedPage key={route.school} school={route.school} />;
    case 'register':
      return <RegisterPage key={route.school} school={route.school} />;
    case 'new case':
      return <NewCasePage key={route.school} school={route.school} />;
    case 'receive':
      return <ReceivePage key={route.school} school={route.school} />;
    case 'case':
      return <CaseDetails key={hrefOf(route)} school={route.school} caseRef={route.ref} />;
    case 'form':
      return <FormPage key={hrefOf(route)} school={route.school} caseRef={route.ref} action={route.action} />;
    case 'section':
      return <SectionPlace key={hrefOf(route)} school={route.school} caseRef={route.ref} kind={route.kind} />;
    case 'unknown':
      return <Unknown />;
  }
}

/** Where somebody begins: their school, or the schools to choose from. */
function Home({ me }: { readonly me: Me }) {
  const [only, another] = me.schools;
  const school = another === undefined ? only?.key : undefined;
  useEffect(() => {
    if (school !== undefined) goToInstead(hrefOf({ page: 'board', school }));
  }, [school]);
  return school === undefined ? <SchoolsPage me={me} /> : null;
}

function Unknown() {
  return (
    <>
      <PageHeading title={texts.app.unknownTitle}>{texts.app.unknownTitle}</PageHeading>
      <p>{texts.app.unknownWords}</p>
      <div>
        <Link href={hrefOf({ page: 'home' })}>{texts.app.back}</Link>
      </div>
    </>
  );
}
