// Package explore holds the use cases of the explorer: it keeps a snapshot of a store by revision, runs the analyses of
// graph/* on it once a revision, and gives answers that are ready to be shown. It knows neither HTTP nor SQL.
package explore

import "undersigned/graph"

// The answers below are what the API sends, field for field. Slices are never null. Persons never occur in them.

// OrganizationRef names an organization.
type OrganizationRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// TargetRef names a target.
type TargetRef struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// LetterRef names a letter, with what a list shows of it.
type LetterRef struct {
	ID            string      `json:"id"`
	Title         string      `json:"title"`
	Described     bool        `json:"described" doc:"the title is ours; the letter prints none"`
	Kind          string      `json:"kind"`
	Date          graph.Date  `json:"date" doc:"2021, 2021-05 or 2021-05-06; empty where there is none"`
	Language      string      `json:"language"`
	Organizations int         `json:"organizations" doc:"number of organizations that signed"`
	Targets       []TargetRef `json:"targets"`
}

// Line is one printed line that proves a signature.
type Line struct {
	Record   string       `json:"record" doc:"id of the printing: the letter, or one of its versions, translations, reports"`
	Relation string       `json:"relation" doc:"empty for the letter itself; else version-of, translation-of, report-of"`
	Name     string       `json:"name" doc:"the signatory exactly as printed"`
	Text     string       `json:"text" doc:"the printed line"`
	Document string       `json:"document" doc:"base name of the document"`
	Page     int          `json:"page"`
	Line     int          `json:"line" doc:"line of the document, from 1; 0 where it has none"`
	Position int          `json:"position" doc:"place in the list of signatories, from 1; 0 where it has none"`
	Of       int          `json:"of" doc:"length of that list"`
	Status   graph.Status `json:"status"`
	Country  string       `json:"country"`
}

// Proof is a letter that an organization signed, with the lines that prove it, the best first.
type Proof struct {
	Letter LetterRef `json:"letter"`
	Lines  []Line    `json:"lines"`
}

// Version says which data an answer was made of.
type Version struct {
	Revision int64  `json:"revision"`
	Hash     string `json:"hash" doc:"content hash of the data"`
	Short    string `json:"short" doc:"its first 12 letters, as figures print it"`
	Stale    bool   `json:"stale" doc:"the store could not be reached; these are the last data known"`
}

// About is "About this data".
type About struct {
	Version  Version        `json:"version"`
	Coverage graph.Coverage `json:"coverage"`
	Sources  []Source       `json:"sources"`
	Example  bool           `json:"example" doc:"this is the example data set that comes with undersigned"`
	Method   []Paragraph    `json:"method" doc:"method text to cite"`
	Rules    []Merge        `json:"rules" doc:"what the written rules joined; at most 200, see rules_total"`
	Total    int            `json:"rules_total"`
	Refused  []Merge        `json:"refused"`
}

// Source counts the documents of one place of publication.
type Source struct {
	Name      string `json:"name"`
	Documents int    `json:"documents"`
}

// Paragraph is a headed paragraph of method text.
type Paragraph struct {
	Heading string `json:"heading"`
	Text    string `json:"text"`
	DOI     string `json:"doi"`
}

// Merge is a judgement in words.
type Merge struct {
	ID      string        `json:"id"`
	A       string        `json:"a"`
	B       string        `json:"b"`
	Verdict graph.Verdict `json:"verdict"`
	By      string        `json:"by"`
	Why     string        `json:"why"`
	Undone  bool          `json:"undone"`
}

// Hit is one search result.
type Hit struct {
	Kind    string `json:"kind" enum:"organization,letter,target"`
	ID      string `json:"id"`
	Name    string `json:"name"`
	Matched string `json:"matched" doc:"the other name that matched, where it is not the display name"`
	Letters int    `json:"letters"`
	Detail  string `json:"detail" doc:"country, date or kind, in words"`
}

// SearchAnswer lists hits, best first.
type SearchAnswer struct {
	Query string `json:"query"`
	Hits  []Hit  `json:"hits"`
}

// View is the filter that map, table and exports share. The zero value of a field leaves it out.
type View struct {
	MinLetters int    `json:"min_letters" doc:"organizations that signed at least so many letters (of all, whatever the years); 0 lets the server choose"`
	From       int    `json:"from" doc:"first year"`
	To         int    `json:"to" doc:"last year"`
	MinShared  int    `json:"min_shared" doc:"ties of at least so many shared letters"`
	Target     string `json:"target" doc:"id of a target: letters to it only"`
	Country    string `json:"country"`
	Cluster    int    `json:"cluster" doc:"number of a cluster, from 1; 0 for all"`
	Around     string `json:"around" doc:"id of an organization: it and its co-signers only"`
	Ties       int    `json:"ties" doc:"ties drawn at most: the strongest; the rest is counted"`
}

// Cluster describes one cluster. Numbers are from 1, by decreasing size in the whole network.
type Cluster struct {
	Number        int          `json:"number"`
	Label         string       `json:"label" doc:"from the letters that make it"`
	Organizations int          `json:"organizations" doc:"in the whole network"`
	Shown         int          `json:"shown" doc:"in this view"`
	Stability     float64      `json:"stability" doc:"mean share of runs, 0 to 1, in which its members stay together; -1 where it was not computed"`
	Letters       []LetterRef  `json:"letters" doc:"the letters that make it, most signed by its members first; at most 5"`
	Hull          [][2]float64 `json:"hull" doc:"closed outline; empty for fewer than 4 members shown"`
	LabelX        float64      `json:"label_x"`
	LabelY        float64      `json:"label_y"`
}

// NetworkAnswer is the view as columns: row i of every organization column is one organization.
type NetworkAnswer struct {
	Version       Version             `json:"version"`
	View          View                `json:"view" doc:"as applied, defaults filled in"`
	Statement     string              `json:"statement" doc:"the view in a sentence"`
	Remark        string              `json:"remark" doc:"what is not drawn, in a sentence; empty where all is"`
	Width         float64             `json:"width" doc:"positions lie in 0..width, 0..height"`
	Height        float64             `json:"height"`
	Organizations OrganizationColumns `json:"organizations"`
	Letters       LetterColumns       `json:"letters" doc:"letters of the view, for the two-mode map"`
	Ties          TieColumns          `json:"ties"`
	TiesTotal     int64               `json:"ties_total" doc:"all ties of the view; ties holds the strongest"`
	Clusters      []Cluster           `json:"clusters"`
	Unclustered   int                 `json:"unclustered"`
	Years         []graph.Year        `json:"years" doc:"all years of the data, for the slider"`
	Undated       int                 `json:"undated" doc:"letters without a date: hidden as soon as a year is chosen"`
	LettersTotal  int                 `json:"letters_total"`
	Countries     []Count             `json:"countries"`
	Targets       []Count             `json:"targets"`
}

// Count is a value of a filter and how many organizations (countries) or letters (targets) have it.
type Count struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	N    int    `json:"n"`
}

// OrganizationColumns are the organizations of a view, most letters first.
type OrganizationColumns struct {
	ID          []string  `json:"id"`
	Name        []string  `json:"name"`
	Country     []string  `json:"country"`
	Kind        []string  `json:"kind"`
	Letters     []int     `json:"letters" doc:"letters signed within the view (degree)"`
	Strength    []float64 `json:"strength" doc:"Newman strength, whole network"`
	Betweenness []float64 `json:"betweenness" doc:"organization ends, raw, whole network"`
	PageRank    []float64 `json:"pagerank"`
	Cluster     []int     `json:"cluster" doc:"number from 1; 0 for none"`
	Stability   []float64 `json:"stability" doc:"share of runs in its cluster; -1 where it was not computed"`
	Last        []string  `json:"last" doc:"date of the last letter signed"`
	Radius      []float64 `json:"radius"`
	X           []float64 `json:"x"`
	Y           []float64 `json:"y"`
}

// LetterColumns are the letters of a view and who of the view signed them: Signers[SignersStart[i]:SignersStart[i+1]] are
// positions of organizations.
type LetterColumns struct {
	ID           []string  `json:"id"`
	Title        []string  `json:"title"`
	Date         []string  `json:"date"`
	X            []float64 `json:"x"`
	Y            []float64 `json:"y"`
	SignersStart []int     `json:"signers_start"`
	Signers      []int     `json:"signers"`
}

// TieColumns are ties, strongest first; A and B are positions of organizations.
type TieColumns struct {
	A       []int     `json:"a"`
	B       []int     `json:"b"`
	Letters []int     `json:"letters" doc:"shared letters within the view"`
	Newman  []float64 `json:"newman" doc:"sum over shared letters of 1/(signers - 1)"`
}

// OrganizationAnswer is the page of an organization.
type OrganizationAnswer struct {
	Version         Version          `json:"version"`
	ID              string           `json:"id"`
	Name            string           `json:"name"`
	Names           []NameAnswer     `json:"names"`
	Kind            string           `json:"kind"`
	Country         string           `json:"country"`
	Parent          *OrganizationRef `json:"parent"`
	Letters         int              `json:"letters"`
	Cosigners       int              `json:"cosigners"`
	First           graph.Date       `json:"first"`
	Last            graph.Date       `json:"last"`
	Strength        float64          `json:"strength"`
	Betweenness     float64          `json:"betweenness"`
	BetweennessRank int              `json:"betweenness_rank" doc:"from 1 among all organizations"`
	PageRank        float64          `json:"pagerank"`
	Cluster         int              `json:"cluster"`
	ClusterLabel    string           `json:"cluster_label"`
	Organizations   int              `json:"organizations" doc:"number in the network, for ranks"`
	Sentence        string           `json:"sentence" doc:"where it stands, in plain words"`
	Signed          []Proof          `json:"signed" doc:"latest first"`
	Targets         []Count          `json:"targets" doc:"targets of its letters, most letters first"`
	TopCosigners    []Cosigner       `json:"top_cosigners" doc:"the 50 strongest; all under /cosigners"`
	Judgements      []Merge          `json:"judgements" doc:"what joined or split its names"`
}

// NameAnswer is one name with the letters that print it.
type NameAnswer struct {
	Text    string         `json:"text"`
	Kind    graph.NameKind `json:"kind"`
	Letters int            `json:"letters"`
}

// Cosigner is a tie seen from one organization.
type Cosigner struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Country string     `json:"country"`
	Cluster int        `json:"cluster"`
	Letters int        `json:"letters" doc:"shared letters"`
	Newman  float64    `json:"newman"`
	Last    graph.Date `json:"last" doc:"date of the last shared letter"`
}

// CosignersAnswer lists all ties of an organization, strongest first.
type CosignersAnswer struct {
	Version   Version         `json:"version"`
	Of        OrganizationRef `json:"of"`
	Total     int             `json:"total"`
	Cosigners []Cosigner      `json:"cosigners"`
}

// SignaturesAnswer lists an organization's signatures with all lines, latest first.
type SignaturesAnswer struct {
	Version Version         `json:"version"`
	Of      OrganizationRef `json:"of"`
	Signed  []Proof         `json:"signed"`
}

// LetterAnswer is the page of a letter.
type LetterAnswer struct {
	Version       Version           `json:"version"`
	Letter        LetterRef         `json:"letter"`
	Addressees    []AddresseeAnswer `json:"addressees"`
	Topics        []string          `json:"topics"`
	Stance        string            `json:"stance"`
	Claimed       graph.Claimed     `json:"claimed"`
	Found         int               `json:"found" doc:"organizations found in the letter's own list"`
	Persons       int               `json:"persons" doc:"persons who signed too; they are not listed"`
	Sentence      string            `json:"sentence" doc:"claimed against found, in words; empty where nothing is claimed"`
	Signatories   []Signatory       `json:"signatories" doc:"in the order of the list; then those that only a report names"`
	LeftOut       []graph.LeftOut   `json:"left_out"`
	Documents     []DocumentAnswer  `json:"documents"`
	Related       []RelatedLetter   `json:"related" doc:"its versions, translations and reports"`
	SharedSigners []SharedLetter    `json:"shared_signers" doc:"other letters by signers in common, most first; at most 10"`
}

// AddresseeAnswer is an addressee without a personal name.
type AddresseeAnswer struct {
	Role         string `json:"role"`
	Organization string `json:"organization"`
}

// Signatory is one organization of a letter's list.
type Signatory struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Cluster int    `json:"cluster"`
	Letters int    `json:"letters" doc:"letters it signed in all"`
	Lines   []Line `json:"lines"`
}

// DocumentAnswer is one published form.
type DocumentAnswer struct {
	Record    string `json:"record"`
	Name      string `json:"name"`
	Medium    string `json:"medium"`
	Published string `json:"published"`
	SHA256    string `json:"sha256"`
	Retrieved string `json:"retrieved"`
	HasText   bool   `json:"has_text"`
}

// RelatedLetter is a record linked to a letter, and why.
type RelatedLetter struct {
	Record    string     `json:"record"`
	Title     string     `json:"title"`
	Date      graph.Date `json:"date"`
	Language  string     `json:"language"`
	Relation  string     `json:"relation"`
	By        string     `json:"by" doc:"data, or the rule or person that linked it"`
	Why       string     `json:"why"`
	Judgement string     `json:"judgement" doc:"id, to undo it; empty where the data say so"`
}

// SharedLetter is another letter and the number of signers in common.
type SharedLetter struct {
	Letter LetterRef `json:"letter"`
	Shared int       `json:"shared"`
}

// LettersAnswer lists letters, latest first, undated last.
type LettersAnswer struct {
	Version Version     `json:"version"`
	Total   int         `json:"total"`
	Letters []LetterRef `json:"letters"`
}

// TargetAnswer is the page of a target.
type TargetAnswer struct {
	Version       Version         `json:"version"`
	ID            string          `json:"id"`
	Name          string          `json:"name"`
	Names         []string        `json:"names"`
	Kind          string          `json:"kind"`
	PartOf        *TargetRef      `json:"part_of"`
	Parts         []TargetRef     `json:"parts"`
	Letters       []LetterRef     `json:"letters" doc:"to it or its parts, latest first"`
	Organizations []TargetSigners `json:"organizations" doc:"who signed most letters to it; at most 100"`
	Signers       int             `json:"signers" doc:"all organizations that signed at least one"`
}

// TargetSigners is an organization and the letters it signed to a target.
type TargetSigners struct {
	OrganizationRef
	Cluster int `json:"cluster"`
	Letters int `json:"letters"`
}

// TargetsAnswer lists targets, most letters first.
type TargetsAnswer struct {
	Version Version `json:"version"`
	Targets []Count `json:"targets"`
}

// PairAnswer compares two organizations.
type PairAnswer struct {
	Version  Version         `json:"version"`
	A        OrganizationRef `json:"a"`
	B        OrganizationRef `json:"b"`
	LettersA int             `json:"letters_a"`
	LettersB int             `json:"letters_b"`
	Newman   float64         `json:"newman"`
	Sentence string          `json:"sentence"`
	Shared   []SharedProof   `json:"shared" doc:"letters both signed, latest first"`
	Path     []Step          `json:"path" doc:"how they are connected where they share no letter; empty where they are not"`
}

// SharedProof is a letter that both signed, with the lines of each.
type SharedProof struct {
	Letter LetterRef `json:"letter"`
	A      []Line    `json:"a"`
	B      []Line    `json:"b"`
}

// Step is one step of a path: the two organizations signed these letters together.
type Step struct {
	From     OrganizationRef `json:"from"`
	To       OrganizationRef `json:"to"`
	Letters  []LetterRef     `json:"letters"`
	Sentence string          `json:"sentence" doc:"You and Access Now signed 7 letters together, the last on 2 April 2019."`
}

// PartnersQuery asks "whom could I ask?".
type PartnersQuery struct {
	Seeds   []string // ids or names
	Target  string   // id of a target: letters to it count double, reasons name it
	Mode    string   // everyone (default), known (signed with us), new (never signed with us)
	Since   int      // last active in this year or later
	Country string
	Exclude []string // ids: already on the list, or not for us
	Limit   int      // default 20
}

// PartnersAnswer lists suggestions with reasons.
type PartnersAnswer struct {
	Version   Version           `json:"version"`
	Seeds     []OrganizationRef `json:"seeds"`
	Unknown   []UnknownSeed     `json:"unknown" doc:"names that are nobody in these data, with the nearest that are"`
	Letters   int               `json:"letters" doc:"letters the seeds signed"`
	Cosigners int               `json:"cosigners" doc:"organizations that signed at least one of them"`
	Everyone  int               `json:"everyone" doc:"candidates in all"`
	New       int               `json:"new" doc:"candidates that never signed with the seeds but are within reach"`
	Sentence  string            `json:"sentence"`
	Partners  []Partner         `json:"partners"`
	Targets   []Count           `json:"targets" doc:"for the choice of a target"`
	Countries []Count           `json:"countries"`
	Years     []graph.Year      `json:"years"`
	Ranking   Ranking           `json:"ranking"`
}

// UnknownSeed is a name nobody has, and the nearest names.
type UnknownSeed struct {
	Name    string            `json:"name"`
	Nearest []OrganizationRef `json:"nearest"`
}

// Partner is one suggestion. The shares of letters add up to the score within 1e-12, those of seeds (or, for somebody new,
// of partners in between) as well.
type Partner struct {
	ID      string         `json:"id"`
	Name    string         `json:"name"`
	Country string         `json:"country"`
	Cluster int            `json:"cluster"`
	Score   float64        `json:"score"`
	New     bool           `json:"new" doc:"never signed with the seeds"`
	Shared  int            `json:"shared" doc:"letters signed together with a seed; 0 for somebody new"`
	Last    graph.Date     `json:"last" doc:"last letter it signed"`
	Reason  []Phrase       `json:"reason" doc:"one or two sentences as phrases"`
	Proofs  []PartnerProof `json:"proofs" doc:"the letters behind the score, largest share first; at most 3"`
	More    int            `json:"more" doc:"letters behind the score that are not listed"`
	Seeds   []SeedShare    `json:"seeds"`
}

// Phrase is a piece of a sentence; strong pieces carry the fact.
type Phrase struct {
	Text   string `json:"text"`
	Strong bool   `json:"strong"`
	ID     string `json:"id" doc:"an organization's id where the phrase is its name; else empty"`
}

// PartnerProof is one letter behind a suggestion.
type PartnerProof struct {
	Letter LetterRef         `json:"letter"`
	Share  float64           `json:"share"`
	Lines  []Line            `json:"lines" doc:"the partner's lines"`
	With   []OrganizationRef `json:"with" doc:"the seeds, or the partners in between, that signed it too; at most 3"`
}

// SeedShare is the part of a score that comes by one seed organization (or, for somebody new, one partner in between).
type SeedShare struct {
	OrganizationRef
	Share float64 `json:"share"`
}

// Ranking says how good the ranking was on past letters of these data.
type Ranking struct {
	Tested     int     `json:"tested" doc:"past letters it was tested on; 0 where there are too few"`
	Method     float64 `json:"method" doc:"of ten names suggested, how many signed the letter"`
	Popularity float64 `json:"popularity" doc:"the same for simply the most active organizations"`
	Verdict    string  `json:"verdict" doc:"in a sentence, also when the ranking loses"`
	Text       string  `json:"text" doc:"how the ranking works, in plain words"`
}

// ReviewAnswer lists judgements to look at: what rules joined, what files and persons said, what was refused.
type ReviewAnswer struct {
	Version    Version `json:"version"`
	Judgements []Merge `json:"judgements"`
}
