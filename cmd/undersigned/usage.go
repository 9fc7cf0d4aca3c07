package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"undersigned/graph"
)

// needArgs refuses a command line with too few or too many arguments, in our words and with our error code.
func needArgs(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || most >= 0 && len(args) > most {
			return graph.Errorf(graph.Invalid, "%s takes %s; see: %s --help", cmd.Name(), what, cmd.CommandPath())
		}
		return nil
	}
}

// group makes a command that only holds others show its help, and refuse words that none of them is called. cobra itself would take such
// words in silence below the root, and end with another status at the root.
func group(cmd *cobra.Command) {
	cmd.SuggestionsMinimumDistance = 2
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(cmd, args[0])
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
}

func unknownCommand(parent *cobra.Command, word string) error {
	near := parent.SuggestionsFor(word)
	for _, c := range parent.Commands() {
		if sub, _, err := c.Find([]string{word}); err == nil && sub != c {
			near = append(near, c.Name()+" "+sub.Name())
		}
	}
	return graph.Errorf(graph.Invalid, "unknown command %q%s; see: %s --help", word, didYouMean(near, parent.CommandPath()+" "), parent.CommandPath())
}

// didYouMean is the part of a message that names what was meant, each after the prefix; "" where nothing is near.
func didYouMean(near []string, prefix string) string {
	if len(near) == 0 {
		return ""
	}
	meant := make([]string, len(near))
	for i, n := range near {
		meant[i] = strconv.Quote(prefix + n)
	}
	return " (did you mean " + strings.Join(meant, " or ") + "?)"
}

// flagError says in our words what pflag found wrong with a flag, and which one may have been meant.
func flagError(cmd *cobra.Command, err error) error {
	if words := cmd.Flags().Args(); cmd.HasSubCommands() && len(words) > 0 { // the flag belongs to a command that there is not
		return unknownCommand(cmd, words[0])
	}
	says := err.Error()
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		name := unknown.GetSpecifiedName()
		if whole := unknown.GetSpecifiedShortnames(); len(whole) > 1 { // a long flag after one dash
			name = whole
		}
		says += didYouMean(nearest(name, flagNames(cmd)), "--")
		if cmd.Name() == "judge" {
			says += "; put -- before names that begin with a dash: undersigned judge same -- -NAME NAME"
		}
	} else if bad, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		says = fmt.Sprintf("--%s takes %s, not %q", bad.GetFlag().Name, kindOfValue(bad.GetFlag().Value.Type()), bad.GetValue())
		if errors.Is(err, strconv.ErrRange) {
			says = fmt.Sprintf("the value of --%s, %s, is beyond any that could be meant", bad.GetFlag().Name, bad.GetValue())
		}
	} else if bare, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		says = fmt.Sprintf("--%s takes %s, and none was given", bare.GetFlag().Name, kindOfValue(bare.GetFlag().Value.Type()))
	}
	return graph.Errorf(graph.Invalid, "%s; see: %s --help", says, cmd.CommandPath())
}

func kindOfValue(kind string) string {
	switch kind {
	case "int":
		return "a whole number"
	case "uint64":
		return "a whole number from 0 on"
	case "float64":
		return "a number"
	case "date":
		return "a date written as 2021, 2021-05 or 2021-05-06"
	case "bool":
		return "true or false"
	}
	return "a value"
}

func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			names = append(names, f.Name)
		}
	})
	return names
}

// nearMost is how many likely meanings a message names.
const nearMost = 3

// nearest returns the words that may have been meant: the same but for case, those that begin so, and those a slip of the hand or two away,
// the nearest first.
func nearest(word string, of []string) []string {
	type near struct {
		word string
		far  int
	}
	var found []near
	word = strings.ToLower(word)
	for _, w := range of {
		far := slips(word, strings.ToLower(w))
		if len(word) > 2 && strings.HasPrefix(strings.ToLower(w), word) {
			far = min(far, 1)
		}
		if far <= min(2, len([]rune(word))/2) {
			found = append(found, near{w, far})
		}
	}
	slices.SortStableFunc(found, func(a, b near) int { return a.far - b.far })
	out := []string{}
	for _, n := range found[:min(len(found), nearMost)] {
		out = append(out, n.word)
	}
	return out
}

// slips counts the letters to change, add, drop or exchange with their neighbour to make b of a (optimal string alignment, O(len a * len b)).
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}

// firstOf completes the first argument, and no files after it.
func firstOf(words ...string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// completed has the values of a flag completed, and no files.
func completed(cmd *cobra.Command, flag string, values ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // there is no such flag: a mistake in the program
	}
}

// oneOf refuses a value that is none of those allowed, and names them.
func oneOf(flag, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return graph.Errorf(graph.Invalid, "--%s takes one of %s, not %q%s", flag, strings.Join(allowed, ", "), value, didYouMean(nearest(value, allowed), ""))
}

// within refuses a number outside of what is allowed. most below least stands for no upper bound.
func within[N int | float64](flag string, value, least, most N) error {
	switch {
	case most < least && value < least:
		return graph.Errorf(graph.Invalid, "--%s takes a number from %v on, not %v", flag, least, value)
	case most >= least && !(value >= least && value <= most):
		return graph.Errorf(graph.Invalid, "--%s takes a number from %v to %v, not %v", flag, least, most, value)
	}
	return nil
}
