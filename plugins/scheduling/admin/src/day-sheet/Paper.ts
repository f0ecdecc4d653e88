import { createGlobalStyle, css, styled } from 'styled-components';

/** Ink on white, whatever the panel's colours: it is paper. */
const sheets = css`
  section + section {
    break-before: page;
  }
  header {
    margin-block-end: 1.2rem;
  }
  h2 {
    font-size: 1.8rem;
    font-weight: 700;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    font-size: 1.2rem;
    font-variant-numeric: tabular-nums;
  }
  th {
    text-align: start;
    font-weight: 600;
    padding: 0.6rem 0.8rem;
    border-block-end: 2px solid #10312f;
  }
  td {
    vertical-align: top;
    padding: 0.8rem;
    border-block-end: 1px solid #b9c6c3;
    overflow-wrap: anywhere;
  }
  tr {
    break-inside: avoid;
  }
  .time {
    white-space: nowrap;
  }
  th:first-child {
    width: 14%;
  }
  .notes {
    width: 28%;
  }
  td span {
    display: block;
    white-space: normal;
  }
  b {
    font-weight: 700;
  }
  footer {
    margin-block-start: 1.2rem;
    font-size: 1.1rem;
    color: #4a5f5c;
  }
  color: #10312f;
  background: #fff;
  font-size: 1.3rem;
  line-height: 1.4;
`;

/** How it will look, on the screen. */
export const Preview = styled.div`
  ${sheets}
  padding: 2.4rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  overflow-x: auto;
  section + section {
    margin-block-start: 4rem;
  }
  table {
    min-width: 60rem;
  }
`;

/** The same at the end of the body, seen by printers alone. */
export const Paper = styled.div`
  ${sheets}
  @media screen {
    display: none;
  }
`;

export const OnlyThisIsPrinted = createGlobalStyle`
  @media print {
    @page {
      size: A4;
      margin: 14mm;
    }
    body > :not([data-paper]) {
      display: none !important;
    }
  }
`;
