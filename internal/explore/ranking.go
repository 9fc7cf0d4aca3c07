package explore

import (
	"context"

	"undersigned/graph/partner"
)

// explorerBeta is the ranking's power of division. Context, 2026-11-22: in coalitions most organizations signed one letter,
// and dividing by activity puts those first that signed nothing else (see package partner for the figures). Decision: no
// division in the explorer, where a list for a person has to begin with names worth asking; .3 stays the default of the
// library and the command line. Consequence: Ranking's figures are those of this choice.
const explorerBeta = partner.NoBeta

// rankingText is how the order comes about, for people who will not read a formula.
const rankingText = "Organizations come first that signed many letters with you; a small letter counts more than a large one. Every third place is kept for somebody new to you; there, recent letters count more. The test on past letters is without these places."

// ranked tests the order of suggestions on past letters, each foretold from the letters before it.
func (s *snapshot) ranked(ctx context.Context) (Ranking, error) {
	return s.ranking.get(ctx, func(ctx context.Context) (Ranking, error) {
		order := s.lettersByDate()
		report := partner.Report{}
		if len(order) >= 5 {
			o := partner.Options{Seed: analysisSeed, TrainShare: .8, Beta: explorerBeta}
			if len(order) < 100 {
				o.TrainShare = .2 // few letters: rather many tests of little knowledge than a handful
			}
			var err error
			if report, err = partner.Evaluate(ctx, s.x, order, o); err != nil {
				return Ranking{}, err
			}
		}
		return Ranking{Tested: report.Letters, Method: report.Method.Hits.Mean, Popularity: report.Popularity.Hits.Mean,
			Verdict: verdict(report), Text: rankingText}, nil
	})
}
