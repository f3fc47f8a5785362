import { Button, Field, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons/svg/document-arrow-up';
import { type DragEvent, useId, useRef, useState } from 'react';
import { texts } from '../texts.ts';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '7rem',
    padding: tokens.spacingHorizontalL,
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: {
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1Hover,
  },
  icon: { fontSize: '28px', lineHeight: 0 },
  chosen: { flexBasis: '100%', textAlign: 'center', overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
});

export interface DropZoneProps {
  readonly chosen: string | null;
  readonly problem: string | null;
  readonly onFile: (file: File) => void;
}

/** A place to drop a workbook, with a button for those who do not drag. */
export function DropZone({ chosen, problem, onFile }: DropZoneProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const buttonId = useId();
  const [over, setOver] = useState(false);

  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const allow = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <Field label={{ children: texts.importing.file, htmlFor: buttonId }} validationMessage={problem ?? undefined}>
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        onDragOver={allow}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <DocumentArrowUpRegular className={styles.icon} aria-hidden />
        <span>{texts.importing.drop}</span>
        <Button id={buttonId} onClick={() => input.current?.click()}>
          {texts.importing.choose}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".xlsx"
          hidden
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
        {chosen !== null && <span className={styles.chosen}>{texts.importing.chosen(chosen)}</span>}
      </div>
    </Field>
  );
}
