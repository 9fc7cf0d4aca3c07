// Package dataset reads and writes undersigned's data set form and the judgement files (aliases, distinct). It answers "what does
// this file state, as records of a store?" and leaves storing to internal/store, documents in prose, tables and edge lists to
// internal/letter, and the question which record belongs to which organization to graph.
//
// # The form
//
// A data set is a YAML or JSON file of letters whose signatories somebody has already read: facts, without the letters'
// text. Both spellings have the same fields. Only "undersigned", "name" and the letters' "id" are needed. Unknown fields
// are refused, so that a misspelled one is not lost.
//
//	undersigned: dataset/1
//	name: trade-letters                 # letters' ids are made from it: keep it when the file grows
//	letters:
//	  - id: wto-2021                    # yours; unique in this file
//	    title: Open letter to the WTO
//	    title_by: described             # where the title is yours and not printed; else leave it out
//	    kind: letter                    # letter, statement, petition, amicus-brief, press-release, news, profile, list, other
//	    date: 2021-11-19                # or 2021-11, or 2021; leave it out where nobody knows
//	    language: en                    # ISO 639-1
//	    stance: oppose                  # towards the targets: support, oppose, demand, ...
//	    addressees: [{role: Director-General, organization: World Trade Organization}]
//	    targets: [World Trade Organization, {name: TRIPS Council, kind: body, part_of: World Trade Organization}]
//	    topics: [trade]
//	    claimed: {organizations: 200, text: over 200}
//	    individuals: 7                  # persons who signed too and are only counted
//	    documents: [{name: letter.html, sha256: ..., medium: html, published: ..., repository: owner/name, path: a/b.html, retrieved: 2022-01-01}]
//	    signatories:
//	      - Amnesty International       # as printed; its position is its place in the list
//	      - {as: ACI – Participa, country: Honduras, position: 7, line: 31, text: "ACI – Participa – Honduras"}
//	      - {as: Ada Example, type: person, status: withdrawn}
//	    doubtful: ["36 organizations claimed, 7 found"]  # why it may have been read wrongly
//	    checked: {by: "person: Ada", when: 2021-11}      # who found it right all the same
//	  - id: wto-2021-es
//	    translation_of: wto-2021        # or version_of, report_of: an id of this file
//	aliases: [[MediaJustice, Center for Media Justice]]             # printed names of one organization
//	distinct: [[FAIR, Fair, two organizations that look alike]]     # two names that are not one, and why
//	parents: [[Sierra Club, Sierra Club Ohio, its chapter]]         # a parent, a part of it, and why
//	members: [[Fair Tech Coalition, MediaJustice, 2019-05]]         # a coalition, a member, from and until when as far as known, and why
//	former: [[MediaJustice, Center for Media Justice, "", 2019]]    # the name of now, a former one, from and until when, and why
//	splits: [[Common Cause, aarogya-2020, the one in India]]        # a name that means another organization in this letter than elsewhere
//	homonyms:                                                       # one printed name, several organizations
//	  - name: Common Cause
//	    organizations:
//	      - {display: Common Cause (US), country: United States, letters: [fcc-2017]}
//	      - {display: Common Cause (India), country: India, letters: [aarogya-2020]}
//	profiles: [{of: {name: MediaJustice}, country: United States, external_ids: {wikidata: Q1}}]
//
// A signatory's evidence is the printed line ("text"), or the printed name where no line is given, with the extractor
// "dataset/1". One that stands twice in a list is one signature with two evidences.
//
// [Encode] writes the same form without loss: it keeps ids ("keep_ids: true"), evidence and judgements as they are, so
// reading the file back gives equal records.
//
// Decision (2026-11): a letter's id is made from the data set's name and the letter's id in it, not from its title. Context:
// titles get corrected. Consequence: a corrected title replaces the letter instead of doubling it.
package dataset
