package text

import (
	"regexp/syntax"
	"slices"
)

// headOf returns the texts that a match begins with where it begins with the text; nil where it may begin elsewhere or with anything.
func headOf(re *syntax.Regexp) []folded {
	if re.Op != syntax.OpConcat || re.Sub[0].Op != syntax.OpBeginText {
		return nil
	}
	head := beginnings(re.Sub[1:])
	if slices.ContainsFunc(head, isEmpty) {
		return nil
	}
	return head
}

// beginnings returns texts with one of which every match of parts, one after the other, begins; an empty one stands for an empty match, nil for any text.
func beginnings(parts []*syntax.Regexp) []folded {
	now := nothingMore.whole
	for i, sub := range parts {
		next := partOf(sub).whole
		told := next != nil
		if !told {
			next = beginningsOf(sub)
		}
		fits := next != nil && (len(now) == 1 || len(next) == 1 || len(now)*len(next) <= mostWhole)
		if fits {
			now = product(now, next)
			if told {
				continue
			}
			i++
		}
		some := slices.DeleteFunc(slices.Clone(now), isEmpty)
		if len(some) == len(now) {
			return now
		}
		if next == nil {
			return nil
		}
		rest := beginnings(parts[i:])
		if rest == nil {
			return nil
		}
		return append(some, rest...)
	}
	return now
}

func beginningsOf(re *syntax.Regexp) []folded {
	switch re.Op {
	case syntax.OpCapture, syntax.OpPlus, syntax.OpConcat:
		return beginnings(re.Sub)
	case syntax.OpStar, syntax.OpQuest:
		if all := beginnings(re.Sub); all != nil {
			return append(all, folded{})
		}
	case syntax.OpAlternate:
		var all []folded
		for i := range re.Sub {
			one := beginnings(re.Sub[i : i+1])
			if one == nil {
				return nil
			}
			all = append(all, one...)
		}
		return all
	}
	return nil
}

func isEmpty(w folded) bool { return len(w) == 0 }
