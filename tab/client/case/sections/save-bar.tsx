import { Button, Link, makeStaticStyles, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { GoodMark, WarnMark } from '../../board/marks.tsx';
import { hrefOf } from '../../route.ts';
import { texts } from '../../texts.ts';
import type { SectionForm } from './use-section-form.ts';

/** So that the bar never covers the field that somebody tabs to. */
const useRoomForBar = makeStaticStyles({ html: { scrollPaddingBottom: '6rem' } });

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    bottom: '0',
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Saves, and says how it stands with what was typed. It stays in sight, however long the form is. */
export function SaveBar({ school, form }: { readonly school: string; readonly form: SectionForm }) {
  useRoomForBar();
  const styles = useStyles();
  const sending = form.state === 'sending' || form.state === 'sending again';
  return (
    <div className={styles.bar}>
      <Button type="submit" appearance="primary" disabledFocusable={sending}>
        {texts.sections.save}
      </Button>
      <Link href={hrefOf({ page: 'case', school, ref: form.page.ref })}>{texts.form.backToCase}</Link>
      <div role="status">
        <Standing form={form} />
      </div>
    </div>
  );
}

function Standing({ form }: { readonly form: SectionForm }) {
  switch (form.state) {
    case 'sending':
      return <Spinner size="tiny" labelPosition="after" label={texts.form.saving} />;
    case 'sending again':
      return <Spinner size="tiny" labelPosition="after" label={texts.form.retrying} />;
    case 'saved':
      return <GoodMark>{texts.sections.saved}</GoodMark>;
    case 'typing':
      return form.trouble?.kind === 'problems' ? (
        <WarnMark>{texts.sections.notSaved}</WarnMark>
      ) : (
        <span>{texts.sections.unsaved}</span>
      );
    case 'as saved':
      return null;
  }
}
