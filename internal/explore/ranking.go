package explore

import (
	"context"

	"undersigned/graph/partner"
)

// rankingText is how the order comes about, for people who will not read a formula.
const rankingText = "Organizations come first that signed small letters with you, and not everything. Every third place is kept for somebody new to you; there, recent letters count more."

// ranked tests the order of suggestions on past letters, each foretold from the letters before it.
func (s *snapshot) ranked(ctx context.Context) (Ranking, error) {
	return s.ranking.get(ctx, func(ctx context.Context) (Ranking, error) {
		order := s.lettersByDate()
		report := partner.Report{}
		if len(order) >= 5 {
			o := partner.Options{Seed: analysisSeed, TrainShare: .8}
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
