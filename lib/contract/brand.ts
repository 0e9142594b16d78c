/**
 * The vendor that sends the bills: the first table to edit when you make this application yours.
 * Everything a person reads about the company comes from here. Its name also stands in the demo model's vocabulary and in tests.
 */
export const BRAND = {
  name: 'Tallyhouse',
  product: 'Tallyhouse Workspace',
  supportEmail: 'help@tallyhouse.test',
  supportPhone: '+353 1 555 0143',
  address: ['Tallyhouse Ltd', '14 Quayside Row', 'Dublin 2', 'Ireland'],
  vatNumber: 'IE0000000TH',
  colours: { accent: '#0f766e', accentDark: '#2dd4bf' },
  plans: { starter: 'Starter', team: 'Team', business: 'Business' },
  addons: { developer_mode: 'Developer mode add-on', priority_support: 'Priority support' },
  meters: { api_calls: 'API calls', storage_gb: 'Storage' },
} as const;

export type PlanCode = keyof typeof BRAND.plans;
export type AddonCode = keyof typeof BRAND.addons;
export type MeterCode = keyof typeof BRAND.meters;
