package letter

import "strings"

// findOffice looks for the office of somebody whom the greeting only names: the text often says "Example’s CEO Jane Doe" or "Jane Doe, CEO
// of Example".
func (d *document) findOffice(a *Addressee) {
	name := string(a.Name)
	if wordCount(name) < 2 || collective.MatchString(name) {
		return
	}
	text := d.allText()
	for from := 0; ; {
		i := strings.Index(text[from:], name)
		if i < 0 {
			return
		}
		at := from + i
		from = at + len(name)
		if m := officeBefore.FindStringSubmatch(tail(text[:at], 90)); m != nil {
			if o := parseAddressee(m[1]); o.Role != "" && o.Organization != "" {
				a.Role, a.Organization = o.Role, o.Organization
				return
			}
		}
		if m := officeAfter.FindStringSubmatch(text[from:min(len(text), from+120)]); m != nil {
			if o := parseAddressee(clause(m[1])); o.Role != "" && o.Organization != "" {
				a.Role, a.Organization = o.Role, o.Organization
				return
			}
		}
	}
}

var (
	officeBefore = lazy(`((?:\p{Lu}[\p{L}\p{N}.&-]*\s+){0,3}\p{Lu}[\p{L}\p{N}.&-]*(?:[’']s)?\s+(?i:ceo|president|chief executive(?: officer)?|chair(?:man|woman)?|director|founder|chef|präsident(?:in)?|pdg|président(?:e)?))\s+$`)
	officeAfter  = lazy(`^,\s+((?i:the )?(?i:ceo|president|chief executive(?: officer)?|chair(?:man|woman)?|director|founder)\s+of\s+[^.;!?]{3,90})`)
)
