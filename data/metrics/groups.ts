/** What tells the groups of patients of a metric apart. */
export const GROUP_KINDS = {
  tumour: 'Cancer type',
  suspected: 'Cancer suspected',
  route: 'Route of referral',
  stage: 'First or later treatment',
  treatment: 'Kind of treatment',
  sex: 'Sex',
} as const;

export type GroupKind = keyof typeof GROUP_KINDS;

type Group = {
  label: string;
  /** The publishers' words for it, where they are not its label. */
  published?: readonly string[];
};

/** Every group of patients that figures are kept for, by its id (`kind:name`), in the order in which they are listed. */
export const GROUPS = {
  'tumour:anus': { label: 'Anus' },
  'tumour:bladder': { label: 'Bladder' },
  'tumour:bowel': { label: 'Bowel' },
  'tumour:brain': { label: 'Brain and central nervous system', published: ['Brain and CNS'] },
  'tumour:breast': { label: 'Breast' },
  'tumour:cervix': { label: 'Cervix' },
  'tumour:colorectal': { label: 'Colorectal' },
  'tumour:gynaecological': { label: 'Gynaecological' },
  'tumour:haematological': { label: 'Haematological' },
  'tumour:lymphoma': { label: 'Haematological: lymphoma', published: ['Haematological - Lymphoma'] },
  'tumour:haematological-other': { label: 'Haematological: other', published: ['Haematological - Other'] },
  'tumour:head-and-neck': { label: 'Head and neck', published: ['Head & Neck'] },
  'tumour:kidney': { label: 'Kidney' },
  'tumour:lower-gastrointestinal': { label: 'Lower gastrointestinal' },
  'tumour:lung': { label: 'Lung' },
  'tumour:oesophagus': { label: 'Oesophagus' },
  'tumour:ovary': { label: 'Ovary' },
  'tumour:pancreas': { label: 'Pancreas' },
  'tumour:prostate': { label: 'Prostate', published: ['Urological - Prostate'] },
  'tumour:renal-pelvis': { label: 'Renal pelvis and ureter' },
  'tumour:sarcoma': { label: 'Sarcoma' },
  'tumour:skin': { label: 'Skin', published: ['Skin cancer'] },
  'tumour:testes': { label: 'Testes' },
  'tumour:upper-gastrointestinal': { label: 'Upper gastrointestinal', published: ['Upper Gastro'] },
  'tumour:hepatobiliary': {
    label: 'Upper gastrointestinal: liver, bile ducts and pancreas',
    published: ['Upper Gastrointestinal - Hepatobiliary'],
  },
  'tumour:oesophagus-and-stomach': {
    label: 'Upper gastrointestinal: oesophagus and stomach',
    published: ['Upper Gastrointestinal - Oesophagus & Stomach'],
  },
  'tumour:urological': { label: 'Urological' },
  'tumour:urological-other': { label: 'Urological: other', published: ['Urological - Other'] },
  'tumour:uterus': { label: 'Uterus' },
  'tumour:other': { label: 'Other' },
  'suspected:acute-leukaemia': { label: 'Acute leukaemia', published: ['Suspected acute leukaemia'] },
  'suspected:brain': {
    label: 'Brain or central nervous system',
    published: ['Suspected brain/central nervous system tumours'],
  },
  'suspected:breast': { label: 'Breast', published: ['Suspected breast cancer'] },
  'suspected:children': { label: 'Children’s cancer', published: ["Suspected children's cancer"] },
  'suspected:gynaecological': { label: 'Gynaecological', published: ['Suspected gynaecological cancer'] },
  'suspected:haematological': {
    label: 'Haematological (other than acute leukaemia)',
    published: ['Suspected haematological malignancies (excluding acute leukaemia)'],
  },
  'suspected:head-and-neck': { label: 'Head and neck', published: ['Suspected head & neck cancer'] },
  'suspected:lower-gastrointestinal': {
    label: 'Lower gastrointestinal',
    published: ['Suspected lower gastrointestinal cancer'],
  },
  'suspected:lung': { label: 'Lung', published: ['Suspected lung cancer'] },
  'suspected:non-specific': {
    label: 'Non-specific symptoms',
    published: ['Suspected cancer - non-specific symptoms'],
  },
  'suspected:sarcoma': { label: 'Sarcoma', published: ['Suspected sarcoma'] },
  'suspected:skin': { label: 'Skin', published: ['Suspected skin cancer'] },
  'suspected:testicular': { label: 'Testicular', published: ['Suspected testicular cancer'] },
  'suspected:upper-gastrointestinal': {
    label: 'Upper gastrointestinal',
    published: ['Suspected upper gastrointestinal cancer'],
  },
  'suspected:urological': {
    label: 'Urological (other than testicular)',
    published: ['Suspected urological malignancies (excluding testicular)'],
  },
  'suspected:other': { label: 'Other', published: ['Suspected other cancer'] },
  'route:urgent-suspected-cancer': {
    label: 'Urgent referral for suspected cancer',
    published: ['Urgent Suspected Cancer', 'URGENT SUSPECTED CANCER'],
  },
  'route:breast-symptomatic': {
    label: 'Breast symptoms, cancer not suspected',
    published: ['Breast Symptomatic', 'BREAST SYMPTOMATIC, CANCER NOT SUSPECTED'],
  },
  'route:screening': {
    label: 'Screening',
    published: ['Screening', 'NATIONAL SCREENING PROGRAMME'],
  },
  'route:consultant-upgrade': { label: 'Consultant upgrade', published: ['Consultant Upgrade'] },
  'stage:first': { label: 'First treatment', published: ['First Treatment'] },
  'stage:subsequent': { label: 'Second or later treatment', published: ['Subsequent Treatment'] },
  'treatment:drugs': { label: 'Anti-cancer drugs', published: ['Anti-cancer drug regimen'] },
  'treatment:radiotherapy': { label: 'Radiotherapy' },
  'treatment:surgery': { label: 'Surgery' },
  'treatment:other': { label: 'Other treatment', published: ['Other'] },
  'sex:female': { label: 'Females' },
  'sex:male': { label: 'Males' },
} as const satisfies Record<string, Group>;

export type GroupId = keyof typeof GROUPS;

/** The kind of a group by its id. */
export const groupKind = (id: string) => id.slice(0, id.indexOf(':')) as GroupKind;

/** What a group is called; `all` is everybody. An unknown id is printed as it stands. */
export const groupLabel = (id: string): string =>
  id === 'all' ? 'All' : ((GROUPS as Record<string, Group>)[id]?.label ?? id);

/** The id of a group of a kind by a publisher's word for it; null where the word is not known. */
export function publishedGroup(kind: GroupKind, word: string): GroupId | null {
  const asked = word.trim().toLowerCase();
  const found = Object.entries<Group>(GROUPS).find(
    ([id, { label, published = [] }]) =>
      groupKind(id) === kind && [label, ...published].some((each) => each.toLowerCase() === asked),
  );
  return (found?.[0] as GroupId | undefined) ?? null;
}

/** Whether a text is the id of a group that figures can be of: all, a known one, or one of a kind that no publisher prints. */
export const isGroupId = (id: string): boolean =>
  id === 'all' || Object.hasOwn(GROUPS, id) || UNPUBLISHED_KINDS.some((kind) => id.startsWith(`${kind}:`));

/** Whether a group is one of the kinds that are told apart here; a basis or a release of figures is none. */
export const isPatientGroup = (id: string): boolean => groupKind(id) in GROUP_KINDS;

/** What else tells patients apart, by which no publisher gives these figures. */
export const UNPUBLISHED_KINDS = ['age', 'deprivation', 'ethnicity', 'learning disability'] as const;
