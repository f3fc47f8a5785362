import { listsBySite } from '#graph/lists/schema.ts';
import { describe, expect, it } from 'vitest';

const lists = Object.values(listsBySite).flat();
const named = lists.map((list) => [`${list.title} (${list.site})`, list] as const);

describe('the lists', () => {
  it('stand each on its own kind of site', () => {
    const titles = (site: keyof typeof listsBySite) => listsBySite[site].map((list) => list.title);
    expect(titles('school')).toEqual([
      'Cases',
      'Agreements',
      'Reviews',
      'Notices',
      'Chronology',
      'Case sections',
      'Form inbox',
      'Reminders',
      'Reminder runs',
    ]);
    expect(titles('hub')).toEqual(['Schools', 'Authorities', 'Form inbox']);
    expect(titles('authority')).toEqual(['LA notices']);
    expect(titles('governors')).toEqual(['Governors’ view', 'Published reports']);
    for (const [site, shapes] of Object.entries(listsBySite))
      expect(shapes.every((list) => list.site === site)).toBe(true);
  });

  it('let a SENCO read a case from left to right', () => {
    const titles = listsBySite.school[0]?.columns.map((column) => column.title);
    expect(titles?.slice(0, 9)).toEqual([
      'Case reference',
      'Pupil',
      'Year',
      'Status',
      'Hours a week in school',
      'Start date',
      'Next review',
      'Full time by',
      'Case lead',
    ]);
    expect(titles?.slice(-2)).toEqual(['Case lead: account', 'Source']);
  });
});

describe.each(named)('the list %s', (_name, list) => {
  it('has its key in Title, kept unique', () => {
    expect(list.columns[0]).toMatchObject({ name: 'Title', unique: true, indexed: true });
  });

  it('names its columns so that SharePoint changes nothing in the names', () => {
    const names = list.columns.map((column) => column.name);
    expect(names.filter((name) => !/^[A-Za-z]{1,32}$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    // SharePoint's own columns: one of ours with the same name would be shown, or refused, in its place.
    const taken = [
      'ID',
      'Created',
      'Modified',
      'Author',
      'Editor',
      'Attachments',
      'ContentType',
      'Order',
      'Version',
      'Type',
    ];
    expect(names.filter((name) => taken.includes(name))).toEqual([]);
  });

  it('gives every column a title of its own, in words', () => {
    const titles = list.columns.map((column) => column.title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => /[_A-Z]{4}|^$/.test(title))).toEqual([]);
  });

  it('keeps within what SharePoint indexes', () => {
    expect(list.columns.filter((column) => column.indexed).length).toBeLessThanOrEqual(20);
    expect(list.columns.filter((column) => column.unique && !column.indexed)).toEqual([]);
    // A column of several lines cannot be indexed.
    expect(list.columns.filter((column) => column.indexed && column.kind.type === 'note')).toEqual([]);
  });
});

describe('what leaves the school', () => {
  it.each([...listsBySite.authority, ...listsBySite.governors].map((list) => [list.title, list] as const))(
    '“%s” has no column for a pupil',
    (_title, list) => {
      const words = list.columns.map((column) => `${column.name} ${column.title}`).join('\n');
      expect(words).not.toMatch(/name of pupil|^Pupil |birth|UPN|parent/im);
    },
  );
});
