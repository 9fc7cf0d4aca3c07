package api

import (
	"undersigned/graph"
	"undersigned/internal/explore"
)

// Pinned is part of every input: v names the data version that a link was made for. An answer whose v is current may be
// kept for good, since other data would have another v.
type Pinned struct {
	V string `query:"v" maxLength:"80" doc:"version.cache of an earlier answer: makes this answer cacheable for good"`
}

// RolledParams choose who counts as what it belongs to.
type RolledParams struct {
	RollUp string `query:"rollup" enum:"parents,umbrellas" doc:"parents: chapters count as their parents, up to the top; umbrellas: and members of one coalition as that coalition. Without it everybody counts as itself"`
}

func (p *RolledParams) rollUp() graph.RollUp { return graph.RollUp(p.RollUp) }

// ViewParams are the filters that map, table and exports share.
type ViewParams struct {
	Pinned
	RolledParams
	MinLetters int    `query:"min_letters" minimum:"0" maximum:"1000000" doc:"organizations that signed at least so many letters; 0 lets the server choose"`
	From       int    `query:"from" minimum:"0" maximum:"9999" doc:"first year; letters without a date are left out"`
	To         int    `query:"to" minimum:"0" maximum:"9999" doc:"last year; letters without a date are left out"`
	MinShared  int    `query:"min_shared" minimum:"0" maximum:"1000000" doc:"ties of at least so many shared letters"`
	Target     string `query:"target" maxLength:"200" doc:"id of a target: letters to it or its parts only"`
	Country    string `query:"country" maxLength:"200" doc:"country as /network lists it"`
	Cluster    int    `query:"cluster" minimum:"0" maximum:"1000000" doc:"number of a cluster, from 1"`
	Around     string `query:"around" maxLength:"300" doc:"id of an organization: it and its co-signers only"`
	Ties       int    `query:"ties" minimum:"0" maximum:"20000" doc:"ties listed at most, the strongest; 0 means 2,000, in data files all up to 1,000,000"`
}

func (p *ViewParams) view() explore.View {
	return explore.View{MinLetters: p.MinLetters, From: p.From, To: p.To, MinShared: p.MinShared, Target: p.Target,
		Country: p.Country, Cluster: p.Cluster, Around: p.Around, Ties: p.Ties}
}

type searchParams struct {
	Pinned
	Q     string `query:"q" maxLength:"200" doc:"words, each the beginning of a word of the name"`
	Kind  string `query:"kind" enum:"organization,letter,target" doc:"only such hits"`
	Limit int    `query:"limit" minimum:"1" maximum:"100" default:"20"`
}

type organizationsParams struct {
	ViewParams
	Q      string `query:"q" maxLength:"200" doc:"words of the name"`
	Limit  int    `query:"limit" minimum:"1" maximum:"1000" default:"100"`
	Offset int    `query:"offset" minimum:"0" maximum:"10000000"`
}

type IDParams struct {
	Pinned
	ID string `path:"id" maxLength:"300"`
}

// RolledIDParams name one thing in a network that may be rolled up.
type RolledIDParams struct {
	IDParams
	RolledParams
}

type textParams struct {
	IDParams
	Record string `query:"record" maxLength:"300" doc:"id of the printing: a version, translation or report; the letter itself where it is left out"`
}

type lettersParams struct {
	Pinned
	Q      string `query:"q" maxLength:"200" doc:"words of the title"`
	Target string `query:"target" maxLength:"200" doc:"id of a target: letters to it or its parts only"`
	From   int    `query:"from" minimum:"0" maximum:"9999" doc:"first year"`
	To     int    `query:"to" minimum:"0" maximum:"9999" doc:"last year"`
}

type pairParams struct {
	Pinned
	RolledParams
	A string `query:"a" required:"true" maxLength:"300" doc:"id of an organization"`
	B string `query:"b" required:"true" maxLength:"300" doc:"id of another organization"`
}

type partnersParams struct {
	Pinned
	RolledParams
	Seed    []string `query:"seed,explode" required:"true" minItems:"1" maxItems:"50" doc:"ids or names of your organizations; repeat it for several"`
	Target  string   `query:"target" maxLength:"200" doc:"id of a target: letters to it count double"`
	Mode    string   `query:"mode" enum:"everyone,known,new" default:"everyone" doc:"known: signed with the seeds; new: never did"`
	Since   int      `query:"since" minimum:"0" maximum:"9999" doc:"last active in this year or later"`
	Country string   `query:"country" maxLength:"200"`
	Exclude []string `query:"exclude,explode" maxItems:"500" doc:"ids that are on the list already or are not wanted; repeat it for several"`
	Limit   int      `query:"limit" minimum:"1" maximum:"200" default:"20"`
}

func (p *partnersParams) query() explore.PartnersQuery {
	return explore.PartnersQuery{Seeds: p.Seed, Target: p.Target, Mode: p.Mode, Since: p.Since, Country: p.Country,
		Exclude: p.Exclude, Limit: p.Limit}
}

type none struct{ Pinned }
