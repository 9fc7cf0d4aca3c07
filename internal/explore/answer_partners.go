package explore

import "undersigned/graph"

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
	Sentence string          `json:"sentence" doc:"Fight for the Future and Access Now signed 7 letters together, the last on 2 April 2019."`
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
