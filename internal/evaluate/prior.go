package evaluate

import (
	"slices"

	"undersigned/internal/letter"
)

// priorBias and priorWeights are what the model of confidence was judged to be before anything was fitted; a fit moves them as far as the gold demands
// (its prior is normal around them, with variance 1), so that a feature that no gold shows keeps a sensible weight.
const priorBias = 3.6

var priorWeights = map[string]float64{
	"reprinted": 2, "marked": 0.5, "underGreet": -0.3, "unannounced": -1, "inSentence": -0.7, "unsureWrap": -1.2, "joined": -0.3, "long": -0.8,
	"veryLong": -3, "lowerCase": -2, "unbalanced": -4, "verbal": -2.5, "endsOpen": -6, "oddType": -1, "groupWord": 1, "oneWord": -0.2,
	"onBehalf": -0.3, "noted": -0.2, "addressed": -4, "doubtful": -4, "mixed": -3, "tailed": -1, "placed": -7, "country": -6.5, "office": -4,
	"counts": -5, "refers": -5, "glued": -2, "partOf": -1.5, "shortFor": -5, "runIn": -5, "given": -4, "minority": -2, "bareName": -1.5,
	"fewRows": -1, "claimMet": 1, "claimMissed": -0.7, "shaped": -1, "section": 1.5, "structure": -3, "contested": -1.5,
}

// The same for the candidates of signatories, see package section: what is announced, and what only looks like a list.
const announcedBias, shapeBias = 1, -4

var announcedWeights = map[string]float64{
	"orgs": 2, "people": 1, "maybePeople": .5, "spoken": -2, "small": -1.5, "long": -.7, "addresses": -1.5, "dates": -1.5, "times": -1.5, "figures": -.5,
	"site": -2, "ownElse": -1, "ownSigning": -1, "runsOn": -1.5, "refused": -1, "ended": -1, "alike": .5, "sorted": 1, "claimMet": 1.5, "claimFar": -.7,
	"size": .4, "tiny": -.5, "outside": -.5, "proper": .5, "headElse": -1, "leadElse": -.7, "leadCloses": -1, "headCloses": -1, "titleSigning": .5,
	"titleElse": -.3, "headSigning": 1, "leadSigning": 1, "headSupport": .3, "leadSupport": .3, "trailing": -1, "letterhead": -.5, "named": 1, "said": 1,
	"speaks": .5, "places": -.7, "offices": -1, "to": -3, "above": -1, "nearSent": -6, "nearPaid": -2.2, "nearBelong": -1.2, "nearAsked": -.7, "nearEvent": -1,
	"nearHelp": -1.5, "overSent": -.5, "overPaid": -1, "overBelong": -.3, "overAsked": -.3, "overEvent": -.7, "overHelp": -.7, "overSigning": .5, "silent": -.3,
	"bare": -2, "mute": -1.5, "within": -.7, "flat": -1, "reader": -3, "holes": -4, "common": -1.5, "labels": -1,
	"eventful": -1, "hours": -3, "beside": -4, "greeted": -1,
}

var shapeWeights = map[string]float64{
	"headSigning": 3, "headSupport": 1.5, "headGroups": .8, "headPaper": -.3, "headPersons": .5, "leadSigning": 2.5, "leadSupport": 1, "leadGroups": .7,
	"leadPersons": .3, "leadColon": .8, "leadOpens": 1, "headOpens": 1, "headSub": 1, "headElse": -1.5, "leadElse": -1, "leadCloses": -1.5,
	"headCloses": -1.5, "headOther": -.5, "titleSigning": 1, "titleSupport": .7, "titleElse": -.5, "orgs": 2, "people": 1, "maybePeople": .5, "spoken": -3,
	"small": -2, "long": -1, "addresses": -2, "dates": -2, "times": -2, "figures": -.7, "site": -3, "ownElse": -1.5, "ownSigning": -1.5, "runsOn": -3,
	"refused": -1.5, "ended": -1.5, "alike": .5, "sorted": 1.5, "claimMet": 2, "claimFar": -1, "size": .6, "tiny": -1, "outside": -1, "goesOn": 1,
	"proper": .7, "again": .3, "places": -1, "speaks": .5, "named": 2, "said": 2, "offices": -1.5, "to": -4, "above": -2, "nearSent": -6, "nearPaid": -3,
	"nearBelong": -2, "nearAsked": -1, "nearEvent": -1.5, "nearHelp": -2.5, "overSent": -.7, "overPaid": -1, "overBelong": -.7, "overAsked": -.5, "overEvent": -1,
	"overHelp": -1, "overSigning": 1, "silent": -1, "bare": -1, "mute": -3, "within": -1.5, "top": -1, "flat": -2, "reader": -3, "holes": -4, "common": -2, "labels": -1.5, "eventful": -1.5,
	"hours": -4, "greeted": -1,
}

// The same for the ways in which a brief may be read: what its lists say beside the cover goes before its sentences.
var briefWeights = map[string]float64{
	"listed": 3, "sentences": 1, "paragraphs": .5, "wholeCover": -4, "missing": -2, "names": .5, "oneName": -1, "orgNames": 1, "personNames": .3, "unlike": -2, "contents": -4,
	"alsoNamed": .5,
}

// The same for the ways in which a list of plain lines may be read.
var readingWeights = map[string]float64{
	"rules": 1.5, "bars": 1, "semicolons": .5, "commas": -.5, "names": 4, "orgs": 2, "people": 1, "behalf": 2, "broken": -4, "holds": -4, "listed": -2, "bare": -4,
	"spoken": -3, "long": -2, "single": -1, "alike": 1, "twice": -2, "sorted": 1, "noted": 1, "unnoted": -2, "unread": -2, "offices": 2.5, "ended": -3, "bold": 1.5, "glued": -2, "parted": -2.5, "claimMet": 2, "claimFar": -1,
}

// And for what tells of a document that it was read rightly, see package doubt.
const doubtBias = 1.5

var doubtWeights = map[string]float64{
	"noneSpeaks": -1, "noneOpens": -1, "noneFollows": -.4, "noneLikely": -1.5, "noneLarge": -.3, "noneNames": -.3, "nonePictures": -.2, "noneList": -.5,
	"noneClaim": -1, "noneDropped": -.5, "noneTitled": -.3, "noneData": -1, "few": -.7, "sure": 1, "least": .7, "unsure": -1, "margin": .3, "second": -.5, "rival": -1, "rivalOrgs": -.7, "untaken": -1,
	"dropped": -1, "claimFew": -1.5, "claimMany": -1, "claimMet": 1, "claimOthers": -.5, "nameless": -2, "bare": -1, "mixed": -1, "behalf": -.7, "repeated": -1.5, "unannounced": -.5, "shaped": -.5,
	"noOrgs": 1, "noLetter": -.3, "silent": -.7, "fewOrgs": -.7, "likePersons": -2, "tails": -.5, "sameTails": -1, "joined": -.5, "short": -3, "spoken": -3, "long": -2, "spread": -.7, "numbers": -2, "heads": -2,
	"partOf": -1, "unbalanced": -2, "else": -.7, "lists": -.3, "unread": -1, "noLanguage": -.3, "foreign": -.5,
}

// priorModel is a model that fits begin from. A weight of a feature that there is not is a mistake in the tables above.
func priorModel(bias float64, of map[string]float64, features []string) *letter.Model {
	m := &letter.Model{Bias: bias, Weights: make([]float64, len(features))}
	for name, weight := range of {
		i := slices.Index(features, name)
		if i < 0 {
			panic("evaluate: there is no feature " + name)
		}
		m.Weights[i] = weight
	}
	return m
}
