/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The language of the address; the visitor's own on pages without one. */
    language: import('./lib/languages.ts').Language;
    texts: import('./texts/index.ts').Texts;
    /** What the clinic shows to visitors, at most five seconds old. Read by pages below a language. */
    catalogue: import('./server/contracts.ts').Catalogue;
    session: import('./server/session.ts').Session;
    api: import('./server/api.ts').Api;
    /** The form that could not be sent on, on the page that keeps it. */
    unsent?: import('./server/unsent.ts').Unsent;
  }
}
