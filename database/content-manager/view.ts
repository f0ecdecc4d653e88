/** How a noun shows itself in the panel's content manager. */
export interface View {
  /** The field that names an entry, in its title and wherever another noun points to it. */
  readonly name: string;
  readonly sort: readonly [field: string, order: 'ASC' | 'DESC'];
  readonly pageSize?: 10 | 20 | 50 | 100;
  /** Columns of the list. */
  readonly list: readonly string[];
  /** Rows of the form: fields and how many of the twelve columns each takes. What is not named is not shown. */
  readonly form: readonly (readonly (readonly [field: string, columns: number])[])[];
  /** A sentence below a field. */
  readonly help?: Readonly<Record<string, string>>;
  /** An example inside an empty field. */
  readonly examples?: Readonly<Record<string, string>>;
  /** Labels other than the common ones. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Fields that are kept sealed: lists are neither searched nor ordered by them. */
  readonly sealed?: readonly string[];
  /** Fields that people see but never type. */
  readonly readOnly?: readonly string[];
}

/** The parts of a component's view: it has no list. */
export type ComponentView = Pick<View, 'name' | 'form' | 'help' | 'examples' | 'labels'>;

/** The stored configuration, as Strapi's content manager writes it. */
export interface Configuration {
  readonly settings: Record<string, unknown>;
  readonly metadatas: Record<
    string,
    { readonly edit: Record<string, unknown>; readonly list: Record<string, unknown> }
  >;
  readonly layouts: {
    readonly list: readonly string[];
    readonly edit: readonly (readonly { readonly name: string; readonly size: number }[])[];
  };
}
