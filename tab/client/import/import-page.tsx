import { Button, Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { PageHeading } from '../frame/page-heading.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { type FormKind, formKinds, useImport } from './use-import.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalXL, gridTemplateColumns: 'minmax(0, 1fr)' },
});

export function ImportPage({ school }: { readonly school: string }) {
  const styles = useStyles();
  const [kind, setKind] = useState<FormKind>('notification');
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { progress, run } = useImport(school);
  const running = progress.state === 'running';

  const choose = (chosen: File) => {
    const fits = chosen.name.toLowerCase().endsWith('.xlsx');
    setFile(fits ? chosen : null);
    setProblem(fits ? null : texts.importing.notXlsx);
  };

  const start = () => {
    if (running) return;
    if (file === null) setProblem(texts.importing.noFile);
    else void run(file, kind);
  };

  return (
    <>
      <PageHeading title={texts.importing.title}>{texts.importing.title}</PageHeading>
      <p>{texts.importing.words}</p>
      <Surface>
        <div className={styles.form}>
          <Field label={texts.importing.kind}>
            <RadioGroup
              value={kind}
              onChange={(_event, { value }) => setKind(formKinds.find((one) => one === value) ?? kind)}
            >
              {formKinds.map((one) => (
                <Radio key={one} value={one} label={texts.importing.kinds[one]} />
              ))}
            </RadioGroup>
          </Field>
          <DropZone chosen={file?.name ?? null} problem={problem} onFile={choose} />
          <div>
            <Button appearance="primary" onClick={start} disabledFocusable={running}>
              {texts.importing.start}
            </Button>
          </div>
        </div>
      </Surface>
      <ImportOutcome school={school} progress={progress} />
    </>
  );
}
