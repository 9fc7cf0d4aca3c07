package main

import "undersigned/internal/dataset"

// fact is what is known of a document beside its reading. source is "owner/repository:path" where the public copy was found;
// claim are the number words alone of what the text claims. One of the last three links it to another document.
type fact struct {
	id, title, language, stance, source, sha256, claim string
	topics                                             []string
	versionOf, translationOf, reportOf                 string // ids
}

const (
	posts   = "fightforthefuture/old.fightforthefuture.org:news/"
	owinfs  = "bollow/owinfs:contentitem-page/"
	iff     = "InternetFreedomFoundation/archive:content/post/"
	battle  = "fightforthefuture/battleforthenet:"
	stopWUs = "tfrce/stopwatchingus:"
)

// facts by document. Of the two states of the Aarogya Setu list, the earlier is a version of the later one, which has all its
// signatories and more.
var facts = map[string]fact{
	"fightforthefuture/2014-03-20-25-tech-companies-send-letter-to-senator-ron.html": {id: "fast-track-tech-companies-2014",
		stance: "oppose", topics: []string{"trade", "internet freedom"}, claim: "more than 25",
		source: posts + "2014-03-20-25-tech-companies-send-letter-to-senator-ron/index.html"},
	"fightforthefuture/2014-09-22-fftf-joins-civil-liberties-groups-whistleblowers.html": {id: "usa-freedom-act-2014",
		stance: "oppose", topics: []string{"surveillance"},
		source: posts + "2014-09-22-fftf-joins-civil-liberties-groups-whistleblowers/index.html"},
	"fightforthefuture/2015-05-20-hundreds-of-tech-companies-to-congress-tpp-and.html": {id: "tpp-tech-companies-2015",
		stance: "oppose", topics: []string{"trade", "internet freedom"}, claim: "more than 250",
		source: posts + "2015-05-20-hundreds-of-tech-companies-to-congress-tpp-and/index.html"},
	"fightforthefuture/2015-12-09-breaking-19-civil-liberties-organizations-oppose.html": {id: "cyber-bill-2015",
		stance: "oppose", topics: []string{"surveillance", "security"}, claim: "19",
		source: posts + "2015-12-09-breaking-19-civil-liberties-organizations-oppose/index.html"},
	"fightforthefuture/2016-01-06-open-letter-to-mark-zuckerberg.html": {id: "free-basics-2016",
		stance: "oppose", topics: []string{"net neutrality", "privacy"}, claim: "29 others and the publisher",
		source: posts + "2016-01-06-open-letter-to-mark-zuckerberg/index.html"},
	"fightforthefuture/2016-10-27-one-year-after-hitting-100k-signatures-obama.html": {id: "encryption-2016",
		stance: "demand", topics: []string{"encryption"}, claim: "17 others and the publisher",
		source: posts + "2016-10-27-one-year-after-hitting-100k-signatures-obama/index.html"},
	"fightforthefuture/2017-battleforthenet-letter.html": {id: "net-neutrality-fcc-2017",
		stance: "demand", topics: []string{"net neutrality"}, source: battle + "letter2017/index.html"},
	"fightforthefuture/2019-10-07-open-letter-calling-on-elected-officials-to-stop.html": {id: "ring-police-2019",
		stance: "oppose", topics: []string{"surveillance", "policing"}},
	"fightforthefuture/April-2019-Save-the-Internet-Act-Letter-90-Signers.pdf": {id: "save-the-internet-act-2019",
		title:  "Letter urging House members to pass the Save the Internet Act (H.R. 1644)",
		stance: "demand", topics: []string{"net neutrality"}, claim: "90",
		source: battle + "static/April-2019-Save-the-Internet-Act-Letter-90-Signers.pdf"},
	"fightforthefuture/stopwatchingus-organizations.html": {id: "stop-watching-us",
		stance: "oppose", topics: []string{"surveillance"}, source: stopWUs + "organizations.html"},

	"iff/45-organizations-and-105-prominent-individuals-push-back-against-the-coercion-of-aarogya-setu.md": {id: "aarogya-setu-2020",
		stance: "oppose", topics: []string{"privacy", "COVID-19", "labour"}, claim: "45 and more than 100",
		source: iff + "45-organizations-and-105-prominent-individuals-push-back-against-the-coercion-of-aarogya-setu.md"},
	"iff/workers-privacy-during-covid-19.md": {id: "aarogya-setu-2020-first-state",
		stance: "oppose", topics: []string{"privacy", "COVID-19", "labour"}, claim: "37 and 75", versionOf: "aarogya-setu-2020",
		source: iff + "workers-privacy-during-covid-19.md"},
	"iff/aarogya-setu-delhi-district-courts.md": {id: "aarogya-setu-delhi-courts-2020",
		stance: "oppose", topics: []string{"privacy", "COVID-19"}, claim: "7 and 135",
		source: iff + "aarogya-setu-delhi-district-courts.md"},
	"iff/joint-letter-to-the-agriculture-minister.md": {id: "agristack-2021",
		stance: "oppose", topics: []string{"agriculture", "privacy"}, claim: "55",
		source: iff + "joint-letter-to-the-agriculture-minister.md"},
	"iff/open-letter-to-mark-zuckerberg-regarding-internet-org-net-neutrality-privacy-and-security.md": {id: "internet-org-2015",
		stance: "oppose", topics: []string{"net neutrality", "privacy", "security"},
		source: iff + "open-letter-to-mark-zuckerberg-regarding-internet-org-net-neutrality-privacy-and-security.md"},
	"iff/sign-on-and-support-close-to-10-organisations-and-158-individuals-who-are-warning-against-aadhaar-based-facial-recognition-for-vaccination.md": {id: "facial-recognition-vaccination-2021",
		stance: "oppose", topics: []string{"facial recognition", "COVID-19", "privacy"}, claim: "16 and 505",
		source: iff + "sign-on-and-support-close-to-10-organisations-and-158-individuals-who-are-warning-against-aadhaar-based-facial-recognition-for-vaccination.md"},

	"owinfs/2012_OWINFS_UNCTAD13.php": {id: "unctad-xiii-2012",
		stance: "demand", topics: []string{"trade", "development"}, source: owinfs + "2012_OWINFS_UNCTAD13.php"},
	"owinfs/2012_OWINFS_UNCTAD13_FR.php": {id: "unctad-xiii-2012-fr", language: "fr", translationOf: "unctad-xiii-2012",
		stance: "demand", topics: []string{"trade", "development"}, source: owinfs + "2012_OWINFS_UNCTAD13_FR.php"},
	"owinfs/2020-04-30_letter_Focus_saving_lives.php": {id: "trade-negotiations-covid-2020",
		stance: "oppose", topics: []string{"trade", "COVID-19", "health"}, source: owinfs + "2020-04-30_letter_Focus_saving_lives.php"},
	"owinfs/2021_CSOs_LDC_extension.php": {id: "trips-ldc-extension-2021",
		stance: "demand", topics: []string{"trade", "intellectual property", "development"}, source: owinfs + "2021_CSOs_LDC_extension.php"},
	"owinfs/2021_L_UNCTAD_mandate.php": {id: "unctad-mandate-2021",
		stance: "demand", topics: []string{"trade", "development", "climate"}, source: owinfs + "2021_L_UNCTAD_mandate.php"},
	"owinfs/2021_L_Walker_Process.php": {id: "walker-process-2021",
		stance: "oppose", topics: []string{"trade", "COVID-19", "health"}, source: owinfs + "2021_L_Walker_Process.php"},
	"owinfs/2021_WTO-Turnaround.php": {id: "wto-turnaround-2021",
		stance: "demand", topics: []string{"trade"}, source: owinfs + "2021_WTO-Turnaround.php"},
	"owinfs/2021_WTO-Turnaround_ES.php": {id: "wto-turnaround-2021-es", language: "es", translationOf: "wto-turnaround-2021",
		stance: "demand", topics: []string{"trade"}, source: owinfs + "2021_WTO-Turnaround_ES.php"},
	"owinfs/2021_transform_WTO.php": {id: "transform-wto-2021",
		stance: "demand", topics: []string{"trade", "COVID-19"}, claim: "over 200", source: owinfs + "2021_transform_WTO.php"},

	"seeds/000_b1e86b57104aa21a.txt": {id: "amazon-voter-data-2020",
		title:  "Letter to Amazon about security breaches of voter data",
		stance: "demand", topics: []string{"elections", "security"},
		sha256: "009347caa1bed8513c8c646de57056d28f282933bc2772058c5b88eccee1fdef"},
	"seeds/001_08d565a34ea0632f.txt": {id: "amazon-voter-data-2020-report", reportOf: "amazon-voter-data-2020",
		stance: "demand", topics: []string{"elections", "security"}, claim: "18",
		sha256: "a8ce3ef8f452d65a31f24a3183b5203a56f3b42eece025e423360a2c19275a2c"},
	"seeds/004_fa329d9f090bb5c7.txt": {id: "amazon-face-surveillance-2019",
		title:  "Coalition letter to Amazon about selling face surveillance to governments",
		stance: "oppose", topics: []string{"facial recognition", "surveillance"},
		sha256: "357b1efc933efd721ab90e90926e35663e5bf996aad23a523ba490292037003c"},
}

const (
	congress = "US Congress"
	wto      = "World Trade Organization"
	unctad   = "United Nations Conference on Trade and Development (UNCTAD)"
	india    = "Government of India"
)

func body(name, partOf string) dataset.Target {
	return dataset.Target{Name: name, Kind: "body", PartOf: partOf}
}

func company(name, partOf string) dataset.Target {
	return dataset.Target{Name: name, Kind: "organization", PartOf: partOf}
}

// targets gives each target of a reading one name, and the body or company it is part of.
var targets = map[string]dataset.Target{
	"US Congress": body(congress, ""),
	"US Congress (Fast Track / Trans-Pacific Partnership)":          body(congress, ""),
	"US Senate Finance Committee":                                   body("US Senate Finance Committee", congress),
	"U.S. Senate Committee on Commerce, Science and Transportation": body("U.S. Senate Committee on Commerce, Science and Transportation", congress),
	"U.S. House of Representatives":                                 body("U.S. House of Representatives", congress),
	"White House":                                                   body("White House", ""),
	"White House / President of the United States":                  body("White House", ""),
	"Federal Communications Commission":                             body("Federal Communications Commission", ""),
	"mayors and city councils":                                      body("mayors and city councils", ""),
	"police departments":                                            body("police departments", ""),
	"Facebook":                                                      company("Facebook", ""),
	"Amazon":                                                        company("Amazon", ""),
	"Amazon (Ring)":                                                 company("Ring", "Amazon"),
	"Amazon Web Services":                                           company("Amazon Web Services", "Amazon"),
	"Microsoft India":                                               company("Microsoft India", "Microsoft"),
	"Government of India":                                           body(india, ""),
	"Government of India (ministries)":                              body(india, ""),
	"Prime Minister's Office of India":                              body("Prime Minister's Office of India", india),
	"Ministry of Home Affairs (India)":                              body("Ministry of Home Affairs (India)", india),
	"Ministry of Agriculture & Farmers Welfare (Government of India)": body("Ministry of Agriculture & Farmers Welfare (India)", india),
	"National Health Authority (India)":                               body("National Health Authority (India)", india),
	"Delhi High Court":                                                body("Delhi High Court", ""),
	"Delhi District Courts":                                           body("Delhi District Courts", ""),
	"World Trade Organization":                                        body(wto, ""),
	"WTO Council for TRIPS":                                           body("WTO Council for TRIPS", wto),
	"governments (WTO members)":                                       body("WTO member governments", wto),
	"Trade ministries / WTO Member governments":                       body("WTO member governments", wto),
	"national governments":                                            body("national governments", ""),
	"United Nations Conference on Trade and Development (UNCTAD)":     body(unctad, "United Nations"),
	"UNCTAD member states":                                            body("UNCTAD member states", unctad),
	"governments negotiating at UNCTAD XIII, above all developed countries (EU and JUSCANZ)":    body("UNCTAD member states", unctad),
	"governments negotiating at UNCTAD XIII, above all developed countries (EU and JUSSCKANNZ)": body("UNCTAD member states", unctad),
}
