import { stringify } from 'csv-stringify/sync';
import { fullName, type Lead } from '../leads/lead.ts';
import { protectedCell } from './cell-value.ts';

/** The columns of an export, by Dynamics 365's display names; an import understands them all. */
const COLUMNS: [header: string, read: (lead: Lead) => unknown][] = [
  ['Topic', ({ topic }) => topic],
  ['First Name', ({ firstName }) => firstName],
  ['Last Name', ({ lastName }) => lastName],
  ['Job Title', ({ jobTitle }) => jobTitle],
  ['Company Name', ({ companyName }) => companyName],
  ['Business Phone', ({ businessPhone }) => businessPhone],
  ['Mobile Phone', ({ mobilePhone }) => mobilePhone],
  ['Email', ({ email }) => email],
  ['Website', ({ website }) => website],
  ['Street', ({ address }) => address.street],
  ['City', ({ address }) => address.city],
  ['State or Province', ({ address }) => address.stateOrProvince],
  ['Postal Code', ({ address }) => address.postalCode],
  ['Country', ({ address }) => address.country],
  ['Description', ({ description }) => description],
  ['Lead Source', ({ source }) => source],
  ['Rating', ({ rating }) => rating],
  ['Industry', ({ industry }) => industry],
  ['Annual Revenue', ({ annualRevenue }) => annualRevenue],
  ['Number of Employees', ({ numberOfEmployees }) => numberOfEmployees],
  ['Preferred Contact Method', (lead) => lead.preferredContactMethod],
  ['Do Not Email', ({ doNotEmail }) => doNotEmail],
  ['Do Not Phone', ({ doNotPhone }) => doNotPhone],
  ['Product Interest', ({ productInterest }) => productInterest],
  ['Source Campaign', ({ sourceCampaign }) => sourceCampaign],
  ['Purchase Timeframe', ({ purchaseTimeframe }) => purchaseTimeframe],
  ['Budget Amount', ({ budgetAmount }) => budgetAmount],
  ['Budget Status', ({ budgetStatus }) => budgetStatus],
  ['Need', ({ need }) => need],
  ['Purchase Process', ({ purchaseProcess }) => purchaseProcess],
  ['Decision Maker', ({ decisionMaker }) => decisionMaker],
  ['Qualification Comments', (lead) => lead.qualificationComments],
  ['Currency', ({ currency }) => currency],
  ['Estimated Value', ({ estimatedValue }) => estimatedValue],
  ['Estimated Close Date', ({ estimatedCloseDate }) => estimatedCloseDate],
  ['Owner', ({ ownerName }) => ownerName],
  ['Status', ({ status }) => status],
  ['Status Reason', ({ statusReason }) => statusReason],
  ['Id', ({ id }) => id],
  ['Lead', fullName],
  ['Created On', ({ createdAt }) => createdAt],
  ['Created By', ({ createdBy }) => createdBy.name],
  ['Modified On', ({ modifiedAt }) => modifiedAt],
];

/** Leads as CSV that Excel opens as it is: UTF-8 with its mark, CRLF, and no cell a spreadsheet would calculate. */
export function leadsCsv(leads: readonly Lead[]): string {
  const rows = leads.map((lead) => COLUMNS.map(([, read]) => protectedCell(String(read(lead) ?? ''))));
  // A line feed alone ends a row, too, wherever it is not quoted.
  const how = { bom: true, record_delimiter: 'windows', quoted_match: /\n/ } as const;
  return stringify([COLUMNS.map(([header]) => header), ...rows], how);
}
