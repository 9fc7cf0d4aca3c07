package lexicon

import "undersigned/internal/letter/text"

// Honorifics stand before a person's name.
var Honorifics = text.Set("lexicon.Honorifics", Person.Words("honorific"))

// OrgWords appear in names of organizations and not in names of persons.
var OrgWords = text.Set("lexicon.OrgWords", Organization.Words("name"), LegalForm.Words("name"))

// RoleWords stand in titles and functions of persons.
var RoleWords = text.Set("lexicon.RoleWords", Person.Words("office"))

// OwnWords are occupations of persons who sign for themselves, and degrees.
var OwnWords = text.Set("lexicon.OwnWords", Person.Words("occupation"))

// OwnEnds end further occupations, most of them German compounds: "Klimaforscherin", "criminologist".
var OwnEnds = Person.Words("occupation-end")

// PostNominals are letters that follow a person's name: honors, degrees, orders and seats.
var PostNominals = text.Set("lexicon.PostNominals", Person.Words("post-nominal"))

// NameParticles stand in lower case within persons' names.
var NameParticles = text.Set("lexicon.NameParticles", Person.Words("particle"))
