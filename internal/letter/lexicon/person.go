package lexicon

import "sync"

// Honorifics stand before a person's name.
var Honorifics = Set("lexicon.Honorifics", "{person honorific}")

// OrgWords appear in names of organizations and not in names of persons.
var OrgWords = Set("lexicon.OrgWords", "{organization name}{legal-form name}")

// RoleWords stand in titles and functions of persons.
var RoleWords = Set("lexicon.RoleWords", "{person office}")

// OwnWords are occupations of persons who sign for themselves, and degrees.
var OwnWords = Set("lexicon.OwnWords", "{person occupation}")

// OwnEnds end further occupations, most of them German compounds: "Klimaforscherin", "criminologist".
var OwnEnds = sync.OnceValue(func() []string { return Person.Words("occupation-end") })

// PostNominals are letters that follow a person's name: honors, degrees, orders and seats.
var PostNominals = Set("lexicon.PostNominals", "{person post-nominal}")

// NameParticles stand in lower case within persons' names.
var NameParticles = Set("lexicon.NameParticles", "{person particle}")
