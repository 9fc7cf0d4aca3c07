package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"undersigned/graph"
	"undersigned/internal/names"
)

// ftmEntity is one line. The data version is beside the properties, where FollowTheMoney keeps what it does not know.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
	Version    string              `json:"data_version,omitempty"`
}

// FTM writes FollowTheMoney entities (followthemoney.tech), one a line: Organization, then Membership for each member of a coalition, then Document for
// each letter, then Documentation for each signature; docs/exports.md has the mapping. The mode makes no difference. A network without signature lines is Unsupported.
func FTM(w io.Writer, n *Network, _ Mode) error {
	if err := n.Check(); err != nil {
		return err
	}
	if n.Signatures == nil {
		return graph.Errorf(graph.Unsupported, "This network has no signature lines to export. Choose nodes or ties instead.")
	}
	f := ftmWriter{newMarkup(w), n}
	in := make(map[string]bool, len(n.Organizations)) // a parent that the view lacks would be an entity that is not there
	for i := range n.Organizations {
		in[n.Organizations[i].ID] = true
	}
	for i := range rowsTo(f, n.Organizations) {
		f.organization(&n.Organizations[i], in)
	}
	for i := range rowsTo(f, n.Organizations) {
		f.memberships(&n.Organizations[i], in)
	}
	for i := range rowsTo(f, n.Letters) {
		f.letter(&n.Letters[i])
	}
	if err := f.signatures(); err != nil {
		return err
	}
	return f.Flush()
}

type ftmWriter struct {
	markup
	n *Network
}

// entity writes a line. Values that are empty or stand twice are left out.
func (f ftmWriter) entity(id, schema string, properties map[string][]string) {
	for name, values := range properties {
		var kept []string
		for _, v := range values {
			if v = strings.TrimSpace(clean(v)); v != "" && !slices.Contains(kept, v) {
				kept = append(kept, v)
			}
		}
		if properties[name] = kept; kept == nil {
			delete(properties, name)
		}
	}
	f.raw(encoded(ftmEntity{id, schema, properties, f.n.Hash}), "\n")
}

func (f ftmWriter) organization(o *Organization, in map[string]bool) {
	p := map[string][]string{"name": {cmp.Or(strings.TrimSpace(o.Name), o.ID)}, "classification": {o.Kind}, "country": {names.CountryCode(o.Country)}}
	for _, name := range o.Names {
		to := "alias"
		switch {
		case name.Text == o.Name:
			continue
		case name.Kind == graph.Former:
			to = "previousName"
		case name.Kind == graph.Acronym:
			to = "abbreviation"
		}
		p[to] = append(p[to], name.Text)
	}
	if in[o.Parent] && o.Parent != o.ID {
		p["parent"] = []string{ftmID(o.Parent)}
	}
	for scheme, id := range o.ExternalIDs {
		property, value := ftmIdentifier(strings.ToLower(scheme), strings.TrimSpace(id))
		p[property] = append(p[property], value)
	}
	slices.Sort(p["idNumber"])
	f.entity(ftmID(o.ID), "Organization", p)
}

// memberships writes an organization's coalitions, one entity for each period. A coalition that the view lacks, or that signed nothing, is no entity.
func (f ftmWriter) memberships(o *Organization, in map[string]bool) {
	for _, m := range o.MemberOf {
		if !in[m.Coalition] || m.Coalition == o.ID {
			continue
		}
		id := ftmID(o.ID + "." + m.Coalition + "." + m.From.String() + "." + m.Until.String())
		f.entity(id, "Membership", map[string][]string{"member": {ftmID(o.ID)}, "organization": {ftmID(m.Coalition)}, "role": {"member"},
			"startDate": {m.From.String()}, "endDate": {m.Until.String()}})
	}
}

var wikidataID = regexp.MustCompile(`^Q[1-9][0-9]*$`)

// ftmIdentifier returns the property of an identifier. What FollowTheMoney would drop, because its form is wrong or its kind unknown, is an idNumber that
// says its scheme.
func ftmIdentifier(scheme, id string) (property, value string) {
	switch {
	case scheme == "wikidata" && wikidataID.MatchString(id):
		return "wikidataId", id
	case scheme == "lei" && isLEI(id):
		return "leiCode", id
	case scheme == "ein":
		return "taxNumber", id
	case scheme == "registration":
		return "registrationNumber", id
	case scheme == "domain" && !strings.ContainsAny(id, " /:@"):
		return "website", ftmAddress("https://" + id)
	}
	return "idNumber", scheme + ":" + id
}

// isLEI checks form and check digits of a legal entity identifier (ISO 17442: MOD 97-10).
func isLEI(id string) bool {
	if len(id) != 20 {
		return false
	}
	sum := 0
	for _, c := range id {
		switch {
		case c >= '0' && c <= '9':
			sum = (sum*10 + int(c-'0')) % 97
		case c >= 'A' && c <= 'Z':
			sum = (sum*100 + int(c-'A') + 10) % 97
		default:
			return false
		}
	}
	return sum == 1
}

func (f ftmWriter) letter(l *Letter) {
	p := map[string][]string{"title": {l.Title}, "fileName": {cmp.Or(l.File, l.ID)}, "date": {l.Date.String()}, "language": {ftmLanguages[l.Language]},
		"keywords": append([]string{l.Kind}, l.Topics...), "namesMentioned": l.Targets}
	p["sourceUrl"] = []string{ftmAddress(l.Address)}
	f.entity(ftmID(l.ID), "Document", p)
}

// ftmAddress is an address of the web as FollowTheMoney has it, with a path; "" where it is none, or says a password.
func ftmAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	if u.Path == "" {
		u.Path = "/"
		return u.String()
	}
	return s
}

// signatures writes one entity for each organization and letter; the lines of one stand together.
func (f ftmWriter) signatures() error {
	var last *Signature
	var forms, statuses []string
	var failed error
	end := func() {
		if last == nil {
			return
		}
		o, l, err := f.n.signature(*last)
		if err != nil {
			failed = err
			return
		}
		f.entity(ftmID(o.ID)+"."+strings.TrimPrefix(ftmID(l.ID), ftmPrefix), "Documentation", map[string][]string{"entity": {ftmID(o.ID)}, "document": {ftmID(l.ID)},
			"role": {"signatory"}, "date": {l.Date.String()}, "status": statuses, "namesMentioned": forms})
	}
	for s := range f.n.Signatures {
		if f.failed() {
			return nil // Flush says why
		}
		if last == nil || last.Organization != s.Organization || last.Letter != s.Letter {
			if end(); failed != nil {
				return failed
			}
			forms, statuses = nil, nil
		}
		if last = &s; !slices.Contains(forms, s.Name) {
			forms = append(forms, s.Name)
		}
		if status := string(s.Status); !slices.Contains(statuses, status) {
			statuses = append(statuses, status)
		}
	}
	end()
	return failed
}

const ftmPrefix = "undersigned-"

var ftmPlain = regexp.MustCompile(`^[0-9A-Za-z]([0-9A-Za-z-]{0,98}[0-9A-Za-z])?$`)

// ftmID is the id of an organization or a letter with a prefix of ours. FollowTheMoney takes letters and digits of ASCII, hyphens and full stops: of
// another id these stay, and a hash of all of it keeps it apart.
func ftmID(id string) string {
	if ftmPlain.MatchString(id) {
		return ftmPrefix + id
	}
	sum := sha256.Sum256([]byte(id))
	plain := strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, id)
	return ftmPrefix + strings.TrimLeft(plain[:min(len(plain), 60)]+"-", "-") + hex.EncodeToString(sum[:8])
}

// ftmLanguages are the languages that FollowTheMoney 4.11.2 knows, by the two letters of ISO 639-1, with the three of 639-3.
var ftmLanguages = func() map[string]string {
	words := strings.Fields(`af afr am amh ar ara az aze be bel bn ben bs bos bg bul ca cat cs ces da dan de deu el ell en eng et est fa fas fi fin fr fra ga gle he heb
		hi hin hr hrv hu hun hy hye id ind is isl it ita ja jpn kn kan ka kat kk kaz km khm ky kir ko kor lo lao lv lav lt lit lb ltz mk mkd mt mlt mn mon ms msa
		my mya nb nor ne nep nl nld nn nor no nor pl pol ps pus pt por ro ron ru rus si sin sk slk sl slv es spa sq sqi sr srp sw swa sv swe ta tam te tel tg tgk
		tl tgl th tha tk tuk tr tur uk ukr ur urd uz uzb vi vie zh zho`)
	m := make(map[string]string, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = words[i+1]
	}
	return m
}()
