package explore

import (
	"context"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"undersigned/graph"
	"undersigned/internal/names"
)

// Fact is what another table says of an organization. One of the values is enough.
type Fact struct {
	Property string // an id of Properties
	Values   []string
}

// Property is something that is known of organizations, for tables of others.
type Property struct {
	ID, Name, About string
	Compared        bool // only compared with, not given
	Organizations   bool // its values are organizations
}

// Value is one value of a property; one of the fields is set.
type Value struct {
	Text         string
	Number       int
	Date         graph.Date
	Organization *OrganizationRef
}

// The properties that every store has. Identifiers follow, by the schemes of the profiles: "id:wikidata".
const (
	propertyName       = "name"
	propertyOthers     = "other_names"
	propertyCountry    = "country"
	propertyKind       = "kind"
	propertyLetters    = "letters"
	propertyFirst      = "first"
	propertyLast       = "last"
	propertyParent     = "parent"
	propertyCoalition  = "member_of"
	propertyWebsite    = "website"
	propertyLetter     = "letter"
	propertyIdentifier = "identifier"
	ofScheme           = "id:"
)

var properties = []Property{
	{ID: propertyName, Name: "Name", About: "as it is shown"},
	{ID: propertyOthers, Name: "Other names", About: "printed in letters, or known by a profile"},
	{ID: propertyCountry, Name: "Country", About: "as printed, or of a profile"},
	{ID: propertyKind, Name: "Kind", About: "of a profile"},
	{ID: propertyLetters, Name: "Letters", About: "how many it signed"},
	{ID: propertyFirst, Name: "First letter", About: "date of its first letter"},
	{ID: propertyLast, Name: "Last letter", About: "date of its last letter"},
	{ID: propertyParent, Name: "Parent", About: "the organization that it is a part of", Organizations: true},
	{ID: propertyCoalition, Name: "Member of", About: "the coalitions that it is, or was, a member of", Organizations: true},
	{ID: propertyWebsite, Name: "Website", About: "of a profile; the host is compared"},
	{ID: propertyLetter, Name: "Letter signed", About: "title or id of a letter", Compared: true},
	{ID: propertyIdentifier, Name: "Identifier", About: "in any register that profiles name", Compared: true},
}

// webSchemes are the schemes of external ids that name a website.
var webSchemes = []string{"website", "domain", "url", "homepage"}

// factIndex is what is known of the organizations of a network, by what other tables may say of them.
type factIndex struct {
	identifiers map[string][]int32 // organizations by identifier, see identifierKey
	titles      map[string][]int32 // letters by folded title
	schemes     []string
}

func (s *snapshot) factIndex(ctx context.Context) (*factIndex, error) {
	return s.knownFacts.get(ctx, func(context.Context) (*factIndex, error) {
		known := &factIndex{identifiers: map[string][]int32{}, titles: map[string][]int32{}}
		for o := range s.network.Organizations() {
			known.addIdentifiers(int32(o), s.network.Organizations()[o].ExternalIDs)
		}
		slices.Sort(known.schemes)
		known.schemes = slices.Compact(known.schemes)
		for l, w := range s.network.Letters() {
			for _, record := range w.Records {
				if key := graph.Fold(record.Title); key != "" && !slices.Contains(known.titles[key], int32(l)) {
					known.titles[key] = append(known.titles[key], int32(l))
				}
			}
		}
		return known, nil
	})
}

// Properties lists what is known of organizations.
func (r *Reading) Properties(ctx context.Context) ([]Property, error) {
	known, err := r.factIndex(ctx)
	if err != nil {
		return nil, err
	}
	list := slices.Clone(properties)
	for _, scheme := range known.schemes {
		list = append(list, Property{ID: ofScheme + scheme, Name: "Identifier: " + scheme, About: "of a profile"})
	}
	return list, nil
}

// Values returns what is known of an organization, found by id; nothing where there is no such organization.
func (r *Reading) Values(id, property string) []Value {
	o, ok := r.network.Organization(id)
	if !ok {
		return nil
	}
	return r.values(o, property)
}

func (s *snapshot) values(o int, property string) []Value {
	org := &s.network.Organizations()[o]
	switch property {
	case propertyName:
		return texts(org.Name)
	case propertyOthers:
		var others []string
		for _, n := range org.Names {
			if n.Text != org.Name {
				others = append(others, n.Text)
			}
		}
		return texts(others...)
	case propertyCountry:
		return texts(s.country[o])
	case propertyKind:
		return texts(org.Kind)
	case propertyLetters:
		return []Value{{Number: s.x.Degree(o)}}
	case propertyFirst:
		return dates(s.first[o])
	case propertyLast:
		return dates(s.last[o])
	case propertyParent:
		if parent, ok := s.network.Organization(org.Parent); ok && org.Parent != "" {
			ref := s.organizationRef(parent)
			return []Value{{Organization: &ref}}
		}
		return texts(org.ParentName)
	case propertyCoalition:
		var list []Value
		for _, m := range org.MemberOf {
			if v := (Value{Text: m.Name}); m.Coalition == "" && !slices.Contains(list, v) {
				list = append(list, v)
			} else if m.Coalition != "" && !slices.ContainsFunc(list, func(v Value) bool { return v.Organization != nil && v.Organization.ID == m.Coalition }) {
				list = append(list, Value{Organization: &OrganizationRef{m.Coalition, m.Name}})
			}
		}
		return list
	case propertyWebsite:
		var sites []string
		for _, scheme := range webSchemes {
			sites = append(sites, org.ExternalIDs[scheme])
		}
		return texts(sites...)
	default:
		if scheme, ok := strings.CutPrefix(property, ofScheme); ok {
			return texts(org.ExternalIDs[scheme])
		}
	}
	return nil
}

func texts(list ...string) []Value {
	var values []Value
	for _, text := range list {
		if text != "" {
			values = append(values, Value{Text: text})
		}
	}
	return values
}

func dates(d graph.Date) []Value {
	if d.IsZero() {
		return nil
	}
	return []Value{{Date: d}}
}

// identifies reports whether a fact settles who is meant.
func (f *Fact) identifies() bool {
	return f.Property == propertyIdentifier || f.Property == propertyWebsite || strings.HasPrefix(f.Property, ofScheme)
}

// schemes are those that a fact may be about; none means any.
func (f *Fact) schemes() []string {
	switch scheme, one := strings.CutPrefix(f.Property, ofScheme); {
	case one:
		return []string{scheme}
	case f.Property == propertyWebsite:
		return webSchemes
	}
	return nil
}

// identifierKey makes identifiers equal that differ in case and punctuation, and addresses that are of one host.
func identifierKey(scheme, id string) string {
	if !slices.Contains(webSchemes, scheme) {
		return graph.Fold(id)
	}
	address := strings.ToLower(strings.TrimSpace(id))
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

func (known *factIndex) addIdentifiers(o int32, ids map[string]string) {
	for scheme, id := range ids {
		if key := identifierKey(scheme, id); scheme != "" && key != "" {
			known.schemes = append(known.schemes, scheme)
			known.identifiers[scheme+"\x00"+key] = append(known.identifiers[scheme+"\x00"+key], o)
		}
	}
}

// identified are the organizations that have an identifier of a fact.
func (known *factIndex) identified(f Fact) []int32 {
	if !f.identifies() {
		return nil
	}
	schemes := f.schemes()
	if schemes == nil {
		schemes = known.schemes
	}
	var found []int32
	for _, scheme := range schemes {
		for _, v := range f.Values {
			found = append(found, known.identifiers[scheme+"\x00"+identifierKey(scheme, v)]...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// agrees compares an organization with a fact. told is false where one of the two says nothing.
func (s *snapshot) agrees(known *factIndex, o int, f Fact) (yes, told bool) {
	values := slices.DeleteFunc(slices.Clone(f.Values), func(v string) bool { return graph.Fold(v) == "" })
	switch {
	case len(values) == 0:
		return false, false
	case f.Property == propertyCountry:
		has := s.country[o] != ""
		return has && slices.ContainsFunc(values, func(v string) bool { return names.CountryKey(v) == s.countryKey[o] }), has
	case f.Property == propertyLetter:
		return s.signedOneOf(known, o, values)
	case f.identifies():
		if slices.Contains(known.identified(f), int32(o)) {
			return true, true
		}
		schemes := f.schemes() // an identifier of any register may be of one that the profile does not name
		return false, slices.ContainsFunc(schemes, func(scheme string) bool { return s.network.Organizations()[o].ExternalIDs[scheme] != "" })
	}
	own := s.values(o, f.Property)
	yes = slices.ContainsFunc(own, func(v Value) bool {
		return slices.ContainsFunc(values, func(given string) bool { return v.is(given) })
	})
	return yes, yes || f.Property == propertyParent && len(own) > 0 // names, counts and dates of another table say nothing against
}

// is compares a value with what a table says.
func (v *Value) is(given string) bool {
	switch {
	case v.Organization != nil:
		return v.Organization.ID == given || graph.Fold(v.Organization.Name) == graph.Fold(given)
	case v.Text != "":
		return graph.Fold(v.Text) == graph.Fold(given)
	case !v.Date.IsZero():
		return strings.HasPrefix(given, v.Date.String())
	}
	return strings.TrimSpace(given) == strconv.Itoa(v.Number)
}

// signedOneOf reports whether an organization signed one of the letters, given by title or id; told is false where none is known here.
func (s *snapshot) signedOneOf(known *factIndex, o int, letters []string) (yes, told bool) {
	for _, given := range letters {
		list := known.titles[graph.Fold(given)]
		if l, ok := s.network.Letter(given); ok {
			list = []int32{int32(l)}
		}
		for _, l := range list {
			told = true
			if s.x.Signed(o, int(l)) {
				return true, true
			}
		}
	}
	return false, told
}
