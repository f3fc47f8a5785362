import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  surface: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalXL,
    '@media (max-width: 479px)': { padding: tokens.spacingHorizontalM },
  },
  heading: { ...typographyStyles.subtitle1, margin: `0 0 ${tokens.spacingVerticalM} 0` },
});

export interface SurfaceProps {
  readonly heading?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A sheet of the page. With a heading it is a region of that name. */
export function Surface({ heading, children, className }: SurfaceProps) {
  const styles = useStyles();
  const id = useId();
  if (heading === undefined) return <div className={mergeClasses(styles.surface, className)}>{children}</div>;
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.surface, className)}>
      <h2 id={id} className={styles.heading}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
