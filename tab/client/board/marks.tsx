// Small signs of a case's state. Each says in words what it shows; colour and picture only help.
import { Badge, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { DismissCircleFilled } from '@fluentui/react-icons/svg/dismiss-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { PenRegular } from '@fluentui/react-icons/svg/pen';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { BoardRow, Finding } from '#tab/contract/answers.ts';
import { texts } from '../texts.ts';
import { sentence } from '../words/sentence.ts';

const useStyles = makeStyles({
  badge: { whiteSpace: 'nowrap', minWidth: 'max-content' },
  mark: { display: 'inline-flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  icon: { display: 'inline-flex', alignItems: 'center', flexShrink: 0, fontSize: '1.15em', height: '1lh' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  warn: { color: tokens.colorStatusWarningForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  calm: { color: tokens.colorNeutralForeground3 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  hours: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: '7rem', maxWidth: '12rem' },
  bar: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground6,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  filled: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground, forcedColorAdjust: 'none' },
  big: { ...typographyStyles.subtitle1 },
});

type Tone = 'good' | 'warn' | 'bad' | 'calm';

interface MarkProps {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly strong?: boolean;
  readonly children: ReactNode;
}

function Mark({ tone, icon, strong = false, children }: MarkProps) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.mark, strong && styles.strong)}>
      <span className={mergeClasses(styles.icon, styles[tone])} aria-hidden>
        {icon}
      </span>
      <span>{children}</span>
    </span>
  );
}

export function ConsentMark({ consent }: { readonly consent: BoardRow['consent'] }) {
  if (consent === null)
    return (
      <Mark tone="calm" icon={<InfoRegular />}>
        {texts.caseCard.notAsked}
      </Mark>
    );
  const words = texts.consents[consent];
  switch (consent) {
    case 'signed':
      return (
        <Mark tone="good" icon={<CheckmarkCircleFilled />}>
          {words}
        </Mark>
      );
    case 'asked':
      return (
        <Mark tone="warn" icon={<PenRegular />} strong>
          {words}
        </Mark>
      );
    case 'refused':
    case 'withdrawn':
      return (
        <Mark tone="bad" icon={<DismissCircleFilled />} strong>
          {words}
        </Mark>
      );
  }
}

export function ReviewMark({ row }: { readonly row: BoardRow }) {
  if (row.nextReviewWords === null) return <span>{texts.board.noReview}</span>;
  if (!row.reviewOverdue) return <span>{sentence(row.nextReviewWords)}</span>;
  return (
    <Mark tone="bad" icon={<WarningFilled />} strong>
      {sentence(row.nextReviewWords)}
    </Mark>
  );
}

export function SeverityMark({ severity, children }: { readonly severity: Finding['severity']; children: ReactNode }) {
  switch (severity) {
    case 'stop':
      return (
        <Mark tone="bad" icon={<DismissCircleFilled />} strong>
          {children}
        </Mark>
      );
    case 'act today':
      return (
        <Mark tone="bad" icon={<WarningFilled />} strong>
          {children}
        </Mark>
      );
    case 'act this week':
      return (
        <Mark tone="warn" icon={<WarningFilled />}>
          {children}
        </Mark>
      );
    case 'note':
      return (
        <Mark tone="calm" icon={<InfoRegular />}>
          {children}
        </Mark>
      );
  }
}

export function GoodMark({ children }: { readonly children: ReactNode }) {
  return (
    <Mark tone="good" icon={<CheckmarkCircleFilled />}>
      {children}
    </Mark>
  );
}

export function WarnMark({ children }: { readonly children: ReactNode }) {
  return (
    <Mark tone="bad" icon={<WarningFilled />} strong>
      {children}
    </Mark>
  );
}

export function StatusBadge({ status }: { readonly status: BoardRow['status'] }) {
  const styles = useStyles();
  return (
    <Badge
      className={styles.badge}
      appearance={status === 'active' ? 'filled' : 'outline'}
      color={status === 'active' ? 'brand' : 'informative'}
      shape="rounded"
    >
      {texts.statuses[status]}
    </Badge>
  );
}

/** “10 of 32.5” with a bar that shows the same. */
export function HoursOfWeek({ hours, full, big = false }: { hours: number; full: number; big?: boolean }) {
  const styles = useStyles();
  const part = full > 0 ? Math.min(100, (hours / full) * 100) : 0;
  return (
    <div className={styles.hours}>
      <span className={mergeClasses(big && styles.big)}>{texts.board.hours(hours, full)}</span>
      <div className={styles.bar} aria-hidden>
        <div className={styles.filled} style={{ width: `${part}%` }} />
      </div>
    </div>
  );
}
