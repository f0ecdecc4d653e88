import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { factsOf, type Shown } from '../../domain/privacy/shown.ts';
import { words } from '../../domain/privacy/words.ts';
import type { Section } from './holdings.ts';

/** Inter (SIL Open Font License): it has ș and ț. */
const font = (name: string) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${name}.ttf`);
const fonts = {
  regular: font('400Regular/Inter_400Regular'),
  bold: font('600SemiBold/Inter_600SemiBold'),
};
const page = { width: 595.28, height: 841.89, margin: 56, foot: 64 };
const width = page.width - 2 * page.margin;
const ink = { text: '#10312F', quiet: '#4A5F5C', line: '#DDE5E3' };

type Document = InstanceType<typeof PDFDocument>;

export interface Summary extends Shown {
  readonly clinic: string;
  readonly name: string;
  /** ISO instant. */
  readonly madeAt: string;
  readonly sections: readonly Section[];
}

const heading = (document: Document, text: string, count: number) => {
  if (document.y > page.height - 140) document.addPage();
  document.moveDown(1.2).font('bold').fontSize(13).fillColor(ink.text);
  document.text(count > 1 ? `${text} (${count})` : text, page.margin);
  const y = document.y + 4;
  document.moveTo(page.margin, y).lineTo(page.width - page.margin, y);
  document.lineWidth(0.6).strokeColor(ink.line).stroke();
  document.y = y + 4;
};

const entry = (document: Document, facts: readonly (readonly [string, string])[]) => {
  document.moveDown(0.5).fontSize(9);
  for (const [name, value] of facts) {
    document.font('regular').fillColor(ink.quiet).text(`${name}: `, page.margin, document.y, {
      width,
      continued: true,
    });
    document.fillColor(ink.text).text(value);
  }
};

const foot = (document: Document, summary: Summary) => {
  const { start, count } = document.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    document.switchToPage(start + index);
    document.font('regular').fontSize(8).fillColor(ink.quiet);
    document.page.margins.bottom = 0;
    document.text(
      `${summary.clinic} · ${words[summary.language].page(index + 1, count)}`,
      page.margin,
      page.height - 40,
      { width, align: 'right', lineBreak: false },
    );
  }
};

/** A patient's data on A4, for reading. */
export const printSummary = (summary: Summary): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const say = words[summary.language];
    const document = new PDFDocument({
      size: 'A4',
      margins: { top: page.margin, left: page.margin, right: page.margin, bottom: page.foot },
      bufferPages: true,
      lang: summary.language,
      displayTitle: true,
      info: { Title: say.title, Author: summary.clinic, CreationDate: new Date(summary.madeAt) },
    });
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
    document.font('bold').fontSize(20).fillColor(ink.text).text(say.title);
    document.fontSize(12).text(summary.name).moveDown(0.4);
    document.font('regular').fontSize(9).fillColor(ink.quiet).text(say.intro(summary.clinic));
    for (const [, value] of factsOf({ made: summary.madeAt }, summary))
      document.text(`${say.made}: ${value}`);
    for (const { holding, records } of summary.sections) {
      heading(document, holding.title[summary.language], records.length);
      if (records.length === 0) document.moveDown(0.5).fontSize(9).text(say.none);
      for (const record of records) entry(document, factsOf(record, summary));
    }
    foot(document, summary);
    document.end();
  });
