const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** True for a calendar day as ISO text; a browser's date field gives other text while somebody types. */
export const isDate = (text: string): boolean => isoDay.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** The day so many days later, as ISO text. */
export function daysLater(isoDate: string, days: number): string {
  const moment = new Date(`${isoDate}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}
