import type { Schema, Struct } from '@strapi/strapi';

export interface BillingInvoiceLine extends Struct.ComponentSchema {
  collectionName: 'components_billing_invoice_lines';
  info: {
    displayName: 'Invoice line';
    icon: 'bulletList';
  };
  attributes: {
    amount: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<0>;
    description: Schema.Attribute.String & Schema.Attribute.Required;
    discount: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          min: 0;
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>;
    quantity: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<1>;
    toothNumber: Schema.Attribute.String;
    unitPrice: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<0>;
  };
}

export interface ClinicAlert extends Struct.ComponentSchema {
  collectionName: 'components_clinic_alerts';
  info: {
    displayName: 'Alert';
    icon: 'bell';
  };
  attributes: {
    kind: Schema.Attribute.Enumeration<
      ['allergy', 'medication', 'condition', 'other']
    > &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'allergy'>;
    severity: Schema.Attribute.Enumeration<['high', 'low']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'high'>;
    text: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface ClinicSegment extends Struct.ComponentSchema {
  collectionName: 'components_clinic_segments';
  info: {
    displayName: 'Segment';
    icon: 'clock';
  };
  attributes: {
    assistant: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    minutes: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 480;
          min: 5;
        },
        number
      >;
    practitioner: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>;
  };
}

export interface ClinicTranslation extends Struct.ComponentSchema {
  collectionName: 'components_clinic_translations';
  info: {
    displayName: 'Translation';
    icon: 'globe';
  };
  attributes: {
    description: Schema.Attribute.Text;
    language: Schema.Attribute.Enumeration<['en', 'ro']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'ro'>;
    name: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

export interface IntakeQuestion extends Struct.ComponentSchema {
  collectionName: 'components_intake_questions';
  info: {
    displayName: 'Question';
    icon: 'question';
  };
  attributes: {
    help: Schema.Attribute.String;
    options: Schema.Attribute.Text;
    order: Schema.Attribute.Integer;
    question: Schema.Attribute.String & Schema.Attribute.Required;
    raisesAlert: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    required: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    type: Schema.Attribute.Enumeration<
      [
        'text',
        'textarea',
        'radio',
        'checkbox',
        'number',
        'date',
        'tooth',
        'file',
        'signature',
      ]
    > &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'text'>;
  };
}

export interface IntakeSection extends Struct.ComponentSchema {
  collectionName: 'components_intake_sections';
  info: {
    displayName: 'Section';
    icon: 'bulletList';
  };
  attributes: {
    description: Schema.Attribute.Text;
    questions: Schema.Attribute.Component<'intake.question', true>;
    title: Schema.Attribute.String & Schema.Attribute.Required;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'billing.invoice-line': BillingInvoiceLine;
      'clinic.alert': ClinicAlert;
      'clinic.segment': ClinicSegment;
      'clinic.translation': ClinicTranslation;
      'intake.question': IntakeQuestion;
      'intake.section': IntakeSection;
    }
  }
}
