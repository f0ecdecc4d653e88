import { createRequire } from 'node:module';
import { formatMoney } from '@enamel/kernel';
import PDFDocument from 'pdfkit';
import type { Invoice } from '../../../shared/index.ts';
import { inkOf } from '../domain/ink.ts';
import { totalOf } from '../domain/invoice.ts';
import type { Language } from '../domain/procedures.ts';
import { longDate, words } from '../domain/words.ts';
import type { BillingClinic } from '../store/clinic.ts';

/** Inter (SIL Open Font License): it has ș and ț. */
const font = (name: string) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${name}.ttf`);
const fonts = {
  regular: font('400Regular/Inter_400Regular'),
  bold: font('600SemiBold/Inter_600SemiBold'),
};

const page = { width: 595.28, height: 841.89, margin: 48, foot: 72 };
const width = page.width - 2 * page.margin;
const right = page.width - page.margin;
const ink = { text: '#10312F', quiet: '#4A5F5C', line: '#DDE5E3', wash: '#F1F6F5' };

/** Left edge and width of each column of the lines, in points. */
const columns = {
  description: { x: page.margin + 8, width: 210 },
  tooth: { x: page.margin + 222, width: 44 },
  price: { x: page.margin + 268, width: 74 },
  discount: { x: page.margin + 344, width: 70 },
  amount: { x: page.margin + 416, width: width - 424 },
} as const;

export interface PrintedInvoice {
  readonly clinic: BillingClinic;
  readonly invoice: Invoice;
  /** As it stands on paper, one part a line. */
  readonly address: readonly string[];
  readonly language: Language;
}

type Document = InstanceType<typeof PDFDocument>;

const open = ({ clinic, invoice, language }: PrintedInvoice): Document => {
  const title = `${words[language].invoice} ${invoice.number}`;
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: 0 },
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Author: clinic.legalName ?? clinic.name,
      ...(invoice.issuedOn ? { CreationDate: new Date(`${invoice.issuedOn}T00:00:00Z`) } : {}),
    },
  });
  document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  return document;
};

const head = (document: Document, { clinic, invoice, language }: PrintedInvoice) => {
  const say = words[language];
  const accent = inkOf(clinic.primaryColor);
  document.rect(0, 0, page.width, 6).fill(accent);
  document.font('bold').fontSize(17).fillColor(accent).text(clinic.name, page.margin, 44, {
    width: 260,
  });
  const about = [
    clinic.legalName === clinic.name ? null : clinic.legalName,
    clinic.taxNumber && `${say.taxNumber} ${clinic.taxNumber}`,
    clinic.registrationNumber && `${say.registrationNumber} ${clinic.registrationNumber}`,
    clinic.address,
    [clinic.phone, clinic.email].filter(Boolean).join(' · '),
    clinic.website,
  ].filter((line): line is string => Boolean(line));
  document.font('regular').fontSize(8.5).fillColor(ink.quiet);
  for (const line of about)
    document.text(line, page.margin, document.y + 2, { width: 260, lineGap: 1 });
  const below = document.y;

  const facts: [string, string][] = [
    [say.issuedOn, invoice.issuedOn ? longDate(invoice.issuedOn, language) : '–'],
    ...(invoice.dueOn && invoice.balance > 0
      ? [[say.dueOn, longDate(invoice.dueOn, language)] as [string, string]]
      : []),
  ];
  const half = { width: 220, align: 'right' as const };
  document
    .font('bold')
    .fontSize(20)
    .fillColor(ink.text)
    .text(say.invoice, right - 220, 42, half);
  document.fontSize(11).text(invoice.number ?? '', right - 220, document.y + 2, half);
  document.fontSize(9);
  for (const [name, value] of facts) {
    const y = document.y + 4;
    document.font('regular').fillColor(ink.quiet);
    document.text(name, right - 220, y, { width: 100, align: 'right' });
    document.fillColor(ink.text).text(value, right - 116, y, { width: 116, align: 'right' });
  }
  chip(
    document,
    say.states[invoice.state],
    document.y + 8,
    invoice.state === 'paid' ? '#05603A' : ink.text,
  );
  document.y = Math.max(below, document.y) + 24;
};

const chip = (document: Document, text: string, y: number, color: string) => {
  document.font('bold').fontSize(9);
  const size = document.widthOfString(text) + 16;
  document
    .roundedRect(right - size, y, size, 18, 9)
    .lineWidth(0.8)
    .strokeColor(color)
    .stroke();
  document.fillColor(color).text(text, right - size, y + 4, { width: size, align: 'center' });
  document.y = y + 18;
};

const people = (document: Document, { invoice, address, language }: PrintedInvoice) => {
  const say = words[language];
  const top = document.y;
  const block = (x: number, title: string, lines: readonly string[]) => {
    document.font('regular').fontSize(8.5).fillColor(ink.quiet).text(title, x, top, { width: 230 });
    lines.forEach((line, index) => {
      document
        .font(index === 0 ? 'bold' : 'regular')
        .fontSize(index === 0 ? 11 : 9)
        .fillColor(ink.text)
        .text(line, x, document.y + 2, { width: 230 });
    });
    return document.y;
  };
  const { patient, location } = invoice;
  const left = block(page.margin, say.billedTo, [
    `${patient.firstName} ${patient.lastName}`,
    ...address,
  ]);
  const beside = location
    ? block(page.margin + 262, say.treatedAt, [
        location.name,
        ...(location.address?.split('\n') ?? []),
      ])
    : top;
  document.y = Math.max(left, beside) + 22;
};

const tableHead = (document: Document, language: Language) => {
  const say = words[language];
  const y = document.y;
  document.rect(page.margin, y, width, 22).fill(ink.wash);
  document.font('bold').fontSize(8.5).fillColor(ink.quiet);
  for (const name of ['description', 'tooth', 'price', 'discount', 'amount'] as const) {
    const { x, width: room } = columns[name];
    const align = name === 'description' ? 'left' : name === 'tooth' ? 'center' : 'right';
    document.text(say[name], x, y + 6, { width: room, align, lineBreak: false });
  }
  document.y = y + 22;
};

/** Begins a new page when less than `room` points are left. */
const keepTogether = (document: Document, room: number, again?: () => void) => {
  if (document.y + room <= page.height - page.foot) return;
  document.addPage();
  document.y = page.margin;
  again?.();
};

const table = (document: Document, { invoice, language }: PrintedInvoice) => {
  const money = (minor: number) => formatMoney({ minor, currency: invoice.currency }, language);
  const head = () => tableHead(document, language);
  keepTogether(document, 60);
  head();
  for (const line of invoice.lines) {
    document.font('regular').fontSize(9.5);
    const height =
      document.heightOfString(line.description, { width: columns.description.width }) + 14;
    keepTogether(document, height, head);
    const y = document.y + 7;
    document.font('regular').fontSize(9.5).fillColor(ink.text);
    document.text(line.description, columns.description.x, y, {
      width: columns.description.width,
    });
    const cell = (name: 'tooth' | 'price' | 'discount' | 'amount', text: string) =>
      document.text(text, columns[name].x, y, {
        width: columns[name].width,
        align: name === 'tooth' ? 'center' : 'right',
        lineBreak: false,
      });
    cell('tooth', line.toothNumber ?? '');
    cell('price', money(line.unitPrice));
    cell('discount', line.discount > 0 ? `−${money(line.discount)}` : '');
    document.font('bold');
    cell('amount', money(line.amount));
    document.y = y + height - 7;
    rule(document);
  }
};

const rule = (document: Document) => {
  const { y } = document;
  document.moveTo(page.margin, y).lineTo(right, y).lineWidth(0.6).strokeColor(ink.line).stroke();
};

const totals = (document: Document, { clinic, invoice, language }: PrintedInvoice) => {
  const say = words[language];
  const money = (minor: number) => formatMoney({ minor, currency: invoice.currency }, language);
  const discount = invoice.lines.reduce((sum, line) => sum + line.discount, 0);
  const row = (name: string, value: string, strong: 'plain' | 'strong' | 'accent') => {
    const y = document.y + (strong === 'plain' ? 7 : 9);
    document.font(strong === 'plain' ? 'regular' : 'bold').fontSize(strong === 'plain' ? 9.5 : 12);
    document.fillColor(strong === 'accent' ? inkOf(clinic.primaryColor) : ink.text);
    document.text(name, right - 250, y, { width: 124, align: 'right', lineBreak: false });
    document.text(value, right - 124, y, { width: 116, align: 'right', lineBreak: false });
    document.y = y + (strong === 'plain' ? 12 : 15);
  };
  keepTogether(document, 110);
  document.y += 4;
  if (discount > 0) {
    row(say.subtotal, money(totalOf(invoice.lines) + discount), 'plain');
    row(say.discounts, `−${money(discount)}`, 'plain');
  }
  row(say.total, money(invoice.total), 'strong');
  if (invoice.paid > 0) row(say.paid, money(invoice.paid), 'plain');
  if (invoice.paid > 0 && invoice.balance > 0) row(say.leftToPay, money(invoice.balance), 'accent');
  document.y += 20;
};

const notes = (document: Document, { clinic, invoice, language }: PrintedInvoice) => {
  const say = words[language];
  const block = (title: string, lines: readonly string[]) => {
    document.font('regular').fontSize(9);
    const text = lines.join('\n');
    keepTogether(document, document.heightOfString(text, { width }) + 30);
    document.font('bold').fontSize(9.5).fillColor(ink.text).text(title, page.margin, document.y);
    document.font('regular').fontSize(9).fillColor(ink.quiet);
    document.text(text, page.margin, document.y + 3, { width: width * 0.75, lineGap: 2 });
    document.y += 14;
  };
  if (invoice.payments.length > 0)
    block(
      say.payments,
      invoice.payments.map(({ receivedAt, method, amount, currency }) => {
        const day = Temporal.Instant.from(receivedAt).toZonedDateTimeISO(clinic.zone).toPlainDate();
        const money = formatMoney({ minor: amount, currency }, language);
        return `${longDate(day.toString(), language)} · ${say.methods[method]} · ${money}`;
      }),
    );
  if (invoice.balance > 0 && clinic.paymentInstructions)
    block(say.howToPay, clinic.paymentInstructions.split('\n'));
  if (invoice.state === 'void' && invoice.voidReason) block(say.voidReason, [invoice.voidReason]);
};

const foot = (document: Document, { clinic, invoice, language }: PrintedInvoice) => {
  const { count } = document.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    document.switchToPage(index);
    const y = page.height - 40;
    document.moveTo(page.margin, y - 10).lineTo(right, y - 10);
    document.lineWidth(0.6).strokeColor(ink.line).stroke();
    document.font('regular').fontSize(8).fillColor(ink.quiet);
    document.text(`${clinic.name} · ${invoice.number}`, page.margin, y, { lineBreak: false });
    document.text(words[language].page(index + 1, count), right - 200, y, {
      width: 200,
      align: 'right',
      lineBreak: false,
    });
  }
};

/** An invoice on A4 in the patient's language. */
export const printInvoice = (printed: PrintedInvoice): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const document = open(printed);
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    head(document, printed);
    people(document, printed);
    table(document, printed);
    totals(document, printed);
    notes(document, printed);
    foot(document, printed);
    document.end();
  });
