import type { NoticeDocument } from '#workflows/ports.ts';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

// Widths are in twentieths of a point, font sizes in half points.
const a4 = { width: 11_906, height: 16_838 };
const margin = 1134;
const termWidth = 3200;
const width = a4.width - 2 * margin;

const noLine = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const thinLine = { style: BorderStyle.SINGLE, size: 4, color: 'B4B4B4' };
const borders = { top: thinLine, bottom: thinLine, left: noLine, right: noLine };
const cellMargins = { top: 90, bottom: 90, left: 60, right: 120 };

/** A notice as a Word document on A4: title, reference, and what there is to say as a table of terms. */
export async function renderNotice(notice: NoticeDocument): Promise<Uint8Array> {
  return Packer.toBuffer(
    new Document({
      creator: 'Part-time Timetables',
      lastModifiedBy: 'Part-time Timetables',
      title: notice.reference,
      styles: {
        default: {
          document: { run: { font: 'Calibri', size: 22, language: { value: 'en-GB' } } },
          heading1: {
            run: { font: 'Calibri', size: 36, bold: true, color: '1F1F1F' },
            paragraph: { spacing: { after: 80 } },
          },
        },
      },
      sections: [
        {
          properties: { page: { size: a4, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
          footers: { default: footer(notice.reference) },
          children: [
            new Paragraph({ text: notice.title, heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [new TextRun({ text: `Reference ${notice.reference}`, color: '555555' })],
              spacing: { after: 280 },
            }),
            table(notice.facts),
          ],
        },
      ],
    }),
  );
}

function table(facts: NoticeDocument['facts']): Table {
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [termWidth, width - termWidth],
    borders: TableBorders.NONE,
    rows: facts.map(
      ({ term, description }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([new Paragraph({ children: [new TextRun({ text: term, bold: true })] })], termWidth),
            cell(
              description.split('\n').map((line) => new Paragraph({ text: line })),
              width - termWidth,
            ),
          ],
        }),
    ),
  });
}

const cell = (children: Paragraph[], size: number): TableCell =>
  new TableCell({ children, borders, margins: cellMargins, width: { size, type: WidthType.DXA } });

function footer(reference: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            size: 18,
            color: '555555',
            children: [
              `${reference} · Personal data: keep it where only those who need it can read it · Page `,
              PageNumber.CURRENT,
              ' of ',
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}
