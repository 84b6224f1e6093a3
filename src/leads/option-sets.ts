/**
 * The option sets of a Dynamics 365 lead, as the kebab-case of their labels.
 * Source: the lead table reference of Dynamics 365 (leadsourcecode, leadqualitycode, industrycode, …).
 */

export const SOURCES = [
  'advertisement',
  'employee-referral',
  'external-referral',
  'partner',
  'public-relations',
  'seminar',
  'trade-show',
  'web',
  'word-of-mouth',
  'other',
] as const;
export type Source = (typeof SOURCES)[number];

export const RATINGS = ['hot', 'warm', 'cold'] as const;
export type Rating = (typeof RATINGS)[number];

export const CONTACT_METHODS = ['any', 'email', 'phone', 'fax', 'mail'] as const;
export type ContactMethod = (typeof CONTACT_METHODS)[number];

export const NEEDS = ['must-have', 'should-have', 'good-to-have', 'no-need'] as const;
export type Need = (typeof NEEDS)[number];

export const BUDGET_STATUSES = ['no-committed-budget', 'may-buy', 'can-buy', 'will-buy'] as const;
export type BudgetStatus = (typeof BUDGET_STATUSES)[number];

export const PURCHASE_TIMEFRAMES = ['immediate', 'this-quarter', 'next-quarter', 'this-year', 'unknown'] as const;
export type PurchaseTimeframe = (typeof PURCHASE_TIMEFRAMES)[number];

export const PURCHASE_PROCESSES = ['individual', 'committee', 'unknown'] as const;
export type PurchaseProcess = (typeof PURCHASE_PROCESSES)[number];

export const INDUSTRIES = [
  'accounting',
  'agriculture-and-non-petrol-natural-resource-extraction',
  'broadcasting-printing-and-publishing',
  'brokers',
  'building-supply-retail',
  'business-services',
  'consulting',
  'consumer-services',
  'design-direction-and-creative-management',
  'distributors-dispatchers-and-processors',
  'doctors-offices-and-clinics',
  'durable-manufacturing',
  'eating-and-drinking-places',
  'entertainment-retail',
  'equipment-rental-and-leasing',
  'financial',
  'food-and-tobacco-processing',
  'inbound-capital-intensive-processing',
  'inbound-repair-and-services',
  'insurance',
  'legal-services',
  'non-durable-merchandise-retail',
  'outbound-consumer-service',
  'petrochemical-extraction-and-distribution',
  'service-retail',
  'sig-affiliations',
  'social-services',
  'special-outbound-trade-contractors',
  'specialty-realty',
  'transportation',
  'utility-creation-and-distribution',
  'vehicle-retail',
  'wholesale',
] as const;
export type Industry = (typeof INDUSTRIES)[number];

/** How a lead got in: `outlook` and `tab` where somebody typed it there, with no mail. */
export const CREATED_VIA = ['chat', 'email', 'message', 'outlook', 'tab', 'api', 'form', 'csv'] as const;
export type CreatedVia = (typeof CREATED_VIA)[number];
