import { useState } from 'react';

interface Row {
  readonly key: number;
  readonly open: boolean;
}

interface Taken {
  readonly index: number;
  readonly entry: unknown;
  /** Grows with each, so that each is told anew. */
  readonly count: number;
}

/** What a list remembers of its entries beside their values: which is which when one goes, which are open, which was taken out last. */
export interface Rows {
  readonly keys: readonly number[];
  readonly isOpen: (index: number) => boolean;
  readonly setOpen: (index: number, open: boolean) => void;
  readonly insert: (index: number) => void;
  readonly takeOut: (index: number, entry: unknown) => void;
  readonly taken: Taken | null;
}

/** `length` may also change from outside, when others' entries come in: then all rows are new ones. */
export function useRows(length: number, open: boolean): Rows {
  const [rows, setRows] = useState<readonly Row[]>(() => rowsFrom(0, length, open));
  const [taken, setTaken] = useState<Taken | null>(null);
  const next = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  const fits = rows.length === length;
  const now = fits ? rows : rowsFrom(next, length, open);
  if (!fits) setRows(now);
  return {
    keys: now.map(({ key }) => key),
    isOpen: (index) => now[index]?.open ?? open,
    setOpen: (index, isOpen) => setRows(now.map((row, place) => (place === index ? { ...row, open: isOpen } : row))),
    insert: (index) => {
      setTaken(null);
      setRows(now.toSpliced(index, 0, { key: next, open: true }));
    },
    takeOut: (index, entry) => {
      setTaken({ index, entry, count: (taken?.count ?? 0) + 1 });
      setRows(now.toSpliced(index, 1));
    },
    taken,
  };
}

const rowsFrom = (first: number, length: number, open: boolean): readonly Row[] =>
  Array.from({ length }, (_, index) => ({ key: first + index, open }));
