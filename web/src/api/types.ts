// The answers of the API.

export interface OrganizationRef {
  id: string;
  name: string;
}

export interface TargetRef {
  id: string;
  name: string;
}

export interface LetterRef {
  id: string;
  title: string;
  described: boolean;
  kind: string;
  date: string;
  language: string;
  organizations: number;
  targets: TargetRef[];
}

export interface Line {
  record: string;
  relation: string;
  name: string;
  text: string;
  document: string;
  page: number;
  line: number;
  position: number;
  of: number;
  status: string;
  country: string;
}

export interface Proof {
  letter: LetterRef;
  lines: Line[];
}

export interface Version {
  revision: number;
  hash: string;
  short: string;
  cache: string;
  stale: boolean;
}

export interface About {
  version: Version;
  coverage: Coverage;
  sources: Source[];
  example: boolean;
  method: Paragraph[];
  rules: Merge[];
  rules_total: number;
  refused: Merge[];
}

export interface Source {
  name: string;
  documents: number;
}

export interface Paragraph {
  heading: string;
  text: string;
  doi: string;
}

export interface Merge {
  id: string;
  a: string;
  b: string;
  verdict: string;
  by: string;
  why: string;
  undone: boolean;
}

export interface Hit {
  kind: string;
  id: string;
  name: string;
  matched: string;
  letters: number;
  detail: string;
}

export interface SearchAnswer {
  query: string;
  nearest: boolean;
  hits: Hit[];
}

export interface ReviewAnswer {
  version: Version;
  judgements: Merge[];
}

export interface LetterAnswer {
  version: Version;
  letter: LetterRef;
  addressees: AddresseeAnswer[];
  topics: string[];
  stance: string;
  claimed: Claimed;
  found: number;
  persons: number;
  sentence: string;
  signatories: Signatory[];
  left_out: LeftOut[];
  documents: DocumentAnswer[];
  related: RelatedLetter[];
  shared_signers: SharedLetter[];
}

export interface AddresseeAnswer {
  role: string;
  organization: string;
}

export interface Signatory {
  id: string;
  name: string;
  cluster: number;
  letters: number;
  lines: Line[];
}

export interface DocumentAnswer {
  record: string;
  name: string;
  medium: string;
  published: string;
  sha256: string;
  retrieved: string;
  has_text: boolean;
}

export interface RelatedLetter {
  record: string;
  title: string;
  date: string;
  language: string;
  relation: string;
  by: string;
  why: string;
  judgement: string;
}

export interface LetterTextAnswer {
  version: Version;
  record: string;
  document: string;
  lines: string[];
}

export interface SharedLetter {
  letter: LetterRef;
  shared: number;
}

export interface LettersAnswer {
  version: Version;
  total: number;
  letters: LetterRef[];
}

export interface TargetAnswer {
  version: Version;
  id: string;
  name: string;
  names: string[];
  kind: string;
  part_of: TargetRef | null;
  parts: TargetRef[];
  letters: LetterRef[];
  organizations: TargetSigners[];
  signers: number;
}

export interface TargetSigners extends OrganizationRef {
  cluster: number;
  letters: number;
}

export interface TargetsAnswer {
  version: Version;
  targets: Count[];
}

export interface View {
  min_letters: number;
  from: number;
  to: number;
  min_shared: number;
  target: string;
  country: string;
  cluster: number;
  around: string;
  ties: number;
}

export interface Cluster {
  number: number;
  label: string;
  organizations: number;
  shown: number;
  stability: number;
  letters: LetterRef[];
  hull: [number, number][];
  label_x: number;
  label_y: number;
}

export interface NetworkAnswer {
  version: Version;
  view: View;
  statement: string;
  remark: string;
  width: number;
  height: number;
  organizations: OrganizationColumns;
  letters: LetterColumns;
  ties: TieColumns;
  ties_total: number;
  clusters: Cluster[];
  unclustered: number;
  years: Year[];
  undated: number;
  letters_total: number;
  countries: Count[];
  targets: Count[];
}

export interface Count {
  id: string;
  name: string;
  n: number;
}

export interface OrganizationColumns {
  id: string[];
  name: string[];
  country: string[];
  kind: string[];
  letters: number[];
  strength: number[];
  betweenness: number[];
  pagerank: number[];
  cluster: number[];
  stability: number[];
  last: string[];
  radius: number[];
  x: number[];
  y: number[];
}

export interface LetterColumns {
  id: string[];
  title: string[];
  date: string[];
  x: number[];
  y: number[];
  signers_start: number[];
  signers: number[];
}

export interface TieColumns {
  a: number[];
  b: number[];
  letters: number[];
  newman: number[];
}

export interface OrganizationAnswer {
  version: Version;
  id: string;
  name: string;
  names: NameAnswer[];
  kind: string;
  country: string;
  parent: OrganizationRef | null;
  letters: number;
  cosigners: number;
  first: string;
  last: string;
  strength: number;
  betweenness: number;
  betweenness_rank: number;
  pagerank: number;
  cluster: number;
  cluster_label: string;
  organizations: number;
  sentence: string;
  signed: Proof[];
  targets: Count[];
  top_cosigners: Cosigner[];
  judgements: Merge[];
}

export interface OrganizationRow {
  id: string;
  name: string;
  country: string;
  letters: number;
  cluster: number;
}

export interface OrganizationsAnswer {
  version: Version;
  total: number;
  organizations: OrganizationRow[];
}

export interface NameAnswer {
  text: string;
  kind: string;
  letters: number;
}

export interface Cosigner {
  id: string;
  name: string;
  country: string;
  cluster: number;
  letters: number;
  newman: number;
  last: string;
}

export interface CosignersAnswer {
  version: Version;
  of: OrganizationRef;
  total: number;
  cosigners: Cosigner[];
}

export interface SignaturesAnswer {
  version: Version;
  of: OrganizationRef;
  signed: Proof[];
}

export interface PairAnswer {
  version: Version;
  a: OrganizationRef;
  b: OrganizationRef;
  letters_a: number;
  letters_b: number;
  newman: number;
  sentence: string;
  shared: SharedProof[];
  path: Step[];
}

export interface SharedProof {
  letter: LetterRef;
  a: Line[];
  b: Line[];
}

export interface Step {
  from: OrganizationRef;
  to: OrganizationRef;
  letters: LetterRef[];
  sentence: string;
}

export interface PartnersAnswer {
  version: Version;
  seeds: OrganizationRef[];
  unknown: UnknownSeed[];
  letters: number;
  cosigners: number;
  everyone: number;
  new: number;
  sentence: string;
  partners: Partner[];
  targets: Count[];
  countries: Count[];
  years: Year[];
  ranking: Ranking;
}

export interface UnknownSeed {
  name: string;
  nearest: OrganizationRef[];
}

export interface Partner {
  id: string;
  name: string;
  country: string;
  cluster: number;
  score: number;
  new: boolean;
  shared: number;
  last: string;
  reason: Phrase[];
  proofs: PartnerProof[];
  more: number;
  seeds: SeedShare[];
}

export interface Phrase {
  text: string;
  strong: boolean;
  id: string;
}

export interface PartnerProof {
  letter: LetterRef;
  share: number;
  lines: Line[];
  with: OrganizationRef[];
}

export interface SeedShare extends OrganizationRef {
  share: number;
}

export interface Ranking {
  tested: number;
  method: number;
  popularity: number;
  verdict: string;
  text: string;
}

export interface Coverage {
  letters: number;
  documents: number;
  unsigned_documents: number;
  organizations: number;
  organizations_on_several_letters: number;
  persons: number;
  signatures: number;
  reported: number;
  withdrawn: number;
  disputed: number;
  targets: number;
  first?: Date;
  last?: Date;
  undated: number;
  years: Year[];
  left_out: number;
  gaps: Gap[];
  ambiguous: NameRef[];
  refused: number;
  unsure_judgements: number;
  merged_by_rule: number;
  merged_by_judgement: number;
  different_judgements: number;
  without_targets: number;
  organizations_without_country: number;
  printed_names: number;
}

export interface Year {
  year: number;
  letters: number;
  signatures: number;
}

export interface Gap {
  letter: string;
  title: string;
  claimed: number;
  found: number;
  phrase?: string;
}

export interface NameRef {
  name?: string;
  letter?: string;
}

export interface Claimed {
  organizations: number | null;
  individuals: number | null;
  text?: string;
}

export interface LeftOut {
  line?: number;
  text: string;
  why: string;
}
