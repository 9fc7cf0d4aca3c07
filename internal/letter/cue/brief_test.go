package cue

import "testing"

// TestCaption asks where captions have their names, in the forms of several courts and languages.
func TestCaption(t *testing.T) {
	for caption, want := range map[string]string{
		"BRIEF OF AMICI CURIAE READERS UNION AND BOOK FUND IN SUPPORT OF PETITIONERS":                        "READERS UNION AND BOOK FUND",
		"Brief for Readers Union et al. as Amici Curiae Supporting Respondents":                              "Readers Union et al.",
		"Brief Amicus Curiae of the Readers Union in Support of Neither Party":                               "Readers Union",
		"Amicus Curiae Brief of the Readers Union in support of appellant":                                   "Readers Union",
		"[PROPOSED] BRIEF OF READERS UNION, AMICUS CURIAE, IN OPPOSITION TO THE MOTION":                      "READERS UNION",
		"BRIEF ON BEHALF OF AMICI CURIAE READERS UNION AND BOOK FUND":                                        "READERS UNION AND BOOK FUND",
		"BRIEF OF READERS UNION URGING REVERSAL AS AMICUS CURIAE":                                            "READERS UNION",
		"MOTION OF READERS UNION FOR LEAVE TO FILE BRIEF AS AMICUS CURIAE":                                   "READERS UNION",
		"MOTION FOR LEAVE TO FILE AND BRIEF OF AMICUS CURIAE READERS UNION IN SUPPORT OF REHEARING":          "READERS UNION",
		"Brief of Amici Curiae: Readers Union; Book Fund":                                                    "Readers Union; Book Fund",
		"BRIEF OF AMICI CURIAE IN SUPPORT OF PETITIONERS":                                                    "",
		"BRIEF OF THE STATES OF OHIO AND MAINE AS AMICI CURIAE IN SUPPORT OF APPELLEE":                       "OHIO AND MAINE",
		"FACTUM OF THE INTERVENER, READERS UNION":                                                            "READERS UNION",
		"FACTUM OF THE PROPOSED INTERVENER READERS UNION (Motion for leave to intervene)":                    "READERS UNION",
		"WRITTEN SUBMISSIONS ON BEHALF OF READERS UNION (INTERVENER)":                                        "READERS UNION",
		"THIRD PARTY INTERVENTION SUBMITTED BY READERS UNION":                                                "READERS UNION",
		"Written observations of Readers Union, third-party intervener":                                      "Readers Union",
		"SUBMISSIONS OF READERS UNION SEEKING LEAVE TO BE HEARD AS AMICUS CURIAE":                            "READERS UNION",
		"Escrito de amicus curiae presentado por la Unión de Lectores en el caso Río Alto":                   "Unión de Lectores",
		"AMICUS CURIAE EN EL CASO RÍO ALTO VS. COSTA PRESENTADO POR UNIÓN DE LECTORES ANTE LA CORTE":         "UNIÓN DE LECTORES",
		"MEMORIAL DE AMICUS CURIAE DE LA UNIÓN DE LECTORES ANTE LA CORTE CONSTITUCIONAL":                     "UNIÓN DE LECTORES",
		"MÉMOIRE D'AMICUS CURIAE DE L'UNION DES LECTEURS DANS L'AFFAIRE ROY":                                 "L'UNION DES LECTEURS",
		"Mémoire de l’intervenante Union des lecteurs":                                                       "Union des lecteurs",
		"MANIFESTAÇÃO NA QUALIDADE DE AMICUS CURIAE APRESENTADA PELA UNIÃO DOS LEITORES":                     "UNIÃO DOS LEITORES",
		"Amicus-Curiae-Stellungnahme der Leserunion im Verfahren 1 BvR 1/20":                                 "Leserunion",
		"Opinione di amicus curiae presentata da Unione dei Lettori nel giudizio di legittimità":             "Unione dei Lettori",
		"BRIEF OF AMICUS CURIAE READERS UNION ON PETITION FOR REVIEW OF AN ORDER OF THE DEPARTMENT OF STATE": "READERS UNION",
		"CORRECTED BRIEF OF READERS UNION AS FRIEND OF THE COURT":                                            "READERS UNION",
		"BRIEF FOR THE READERS UNION AND BOOK FUND AS AMICI CURIAE":                                          "READERS UNION AND BOOK FUND",
		"Brief of Amici Curiae Readers Union, Book Fund, and Paper Museum, Suggesting Affirmance":            "Readers Union, Book Fund, and Paper Museum",
	} {
		from, to, ok := Caption(caption)
		if got := ""; !ok {
			t.Errorf("%q is no caption", caption)
		} else if got = caption[from:to]; got != want {
			t.Errorf("%q: names are %q, want %q", caption, got, want)
		}
	}
	for _, other := range []string{"Brief an die Ministerin", "IN THE SUPREME COURT OF THE UNITED STATES", "INTEREST OF AMICI CURIAE", "Counsel for Amici Curiae", "Comments on the draft rule",
		"Letter of Readers Union in support of the brief", "BRIEF FOR PETITIONERS"} {
		if from, to, ok := Caption(other); ok {
			t.Errorf("%q is taken for a caption of %q", other, other[from:to])
		}
	}
}

// TestDescribes asks what on a cover is no name.
func TestDescribes(t *testing.T) {
	for _, s := range []string{"27 LAW PROFESSORS", "Privacy Scholars", "MEMBERS OF CONGRESS", "Professors of Law", "Former Federal Judges", "EXPERTS IN COASTAL LAW", "Twenty-Seven Historians", "COMPUTER SCIENTISTS"} {
		if !DescribesPeople(s) {
			t.Errorf("%q says that they are persons", s)
		}
	}
	for _, s := range []string{"13 ORGANIZATIONS LISTED IN APPENDIX", "Civil Rights Groups", "TWELVE OTHER ORGANIZATIONS", "Legal Tools Companies"} {
		if !DescribesGroups(s) {
			t.Errorf("%q says that they are organizations", s)
		}
	}
	for _, s := range []string{"NATIONAL FEDERATION OF TEACHERS", "Union of Worried Scientists", "Lawyers' Committee for Rivers", "Doctors for Clean Air", "5Lakes Foundation", "Association of University Professors", "Readers Union", "SOCIETY OF AUTHORS"} {
		if DescribesPeople(s) || DescribesGroups(s) {
			t.Errorf("%q is a name", s)
		}
	}
}

// TestBriefParts asks what the lines of a brief begin.
func TestBriefParts(t *testing.T) {
	for _, s := range []string{"LIST OF AMICI CURIAE", "APPENDIX: LIST OF SIGNATORIES", "Appendix A – List of Amici", "IDENTITY OF AMICI CURIAE", "AMICI CURIAE", "Liste des intervenants"} {
		if !AmiciList(s) {
			t.Errorf("%q heads a list", s)
		}
	}
	for _, s := range []string{"INTEREST OF AMICI CURIAE", "LIST OF AMICI CURIAE ............ 3", "Counsel for Amici Curiae", "BRIEF OF AMICI CURIAE"} {
		if AmiciList(s) {
			t.Errorf("%q heads no list", s)
		}
	}
	for _, s := range []string{"INTEREST OF AMICI CURIAE", "STATEMENT OF INTEREST", "Identity and Interests of the Amici Curiae1", "INTRODUCTION AND INTEREST OF AMICI CURIAE", "I. INTERÉS DE LOS AMICI CURIAE", "INTÉRÊT DE L'AMICUS CURIAE", "STATEMENT OF IDENTITY, INTEREST, AND AUTHORITY OF AMICI CURIAE"} {
		if !Interest(s) {
			t.Errorf("%q heads the interest", s)
		}
	}
	for _, s := range []string{"TABLE OF AUTHORITIES", "CERTIFICATE OF SERVICE", "Form 8. Certificate of Compliance for Briefs", "CONCLUSION", "SUMMARY OF THE ARGUMENT", "Harbor v. Dune, 1 U.S. 2 (1900) ........ 4"} {
		if !BriefPart(s) {
			t.Errorf("%q names no signatory", s)
		}
	}
	for s, want := range map[string]string{"Counsel for Amici Curiae Readers Union": "Readers Union", "Attorneys for Readers Union": "Readers Union", "Solicitors for the Interveners": ""} {
		if rest, _, ok := OfCounsel(s); !ok || rest != want {
			t.Errorf("%q: %q, want %q", s, rest, want)
		}
	}
}
