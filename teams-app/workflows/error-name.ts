/** What may be logged of an error: its kind. Its message may quote a person's data. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
