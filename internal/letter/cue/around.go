package cue

import (
	"strings"
	"unicode"

	"undersigned/internal/letter/lexicon"
)

// Topic is what the words above a list are about. A line may have several.
type Topic uint16

// The topics, in the order of their senses.
const (
	AboutSigning Topic = 1 << iota
	AboutSupport
	AboutGroups
	AboutPersons
	AboutPaper
	AboutElse   // something else, whatever it is
	AboutSent   // to whom a letter goes
	AboutPaid   // sponsors, donors, thanks
	AboutBelong // members, partners
	AboutAsked  // demands, questions
	AboutEvent  // a programme, speakers
	AboutHelp   // links, references, where to find help
)

// topics are the stems of all languages: which language a heading is in is seldom known, and a list's heading may be in another than its document.
var topics = lexicon.PhrasesOf("cue.topics", lexicon.Topic, "sign", "support", "group", "person", "paper", "aside", "sent", "paid", "belong", "asked", "event", "help")

// TopicsOf returns what a line speaks of.
func TopicsOf(s string) Topic { return Topic(topics.Find(strings.ToLower(s))) }

// TopicsAbroad returns what a line in another script than Latin speaks of; nothing for others, whose words of organizations and persons patterns know.
func TopicsAbroad(s string) Topic {
	for _, r := range s {
		if r >= 0x370 && unicode.IsLetter(r) {
			return TopicsOf(s)
		}
	}
	return 0
}
