package api

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"undersigned/graph"
	"undersigned/internal/explore"
)

type suggestion struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	Notable     []typeRef `json:"notable,omitempty"`
}

type suggestions struct {
	Result []suggestion `json:"result"`
}

// page returns what is asked for and where the page of suggestions begins.
func page(c *gin.Context) (prefix string, cursor int, err error) {
	if prefix, err = one(c, "prefix"); err != nil {
		return "", 0, err
	}
	if len([]rune(prefix)) > 200 {
		return "", 0, graph.Errorf(graph.Invalid, "The prefix has more than 200 characters. Send the beginning of a name.")
	}
	text, err := one(c, "cursor")
	if err != nil || text == "" {
		return prefix, 0, err
	}
	if cursor, err = strconv.Atoi(text); err != nil || cursor < 0 {
		return "", 0, graph.Errorf(graph.Invalid, "The cursor is the number of suggestions to pass over: send a number from 0.")
	}
	return prefix, min(cursor, 1000), nil
}

func (h *handler) suggestEntities(c *gin.Context, r *explore.Reading) (any, error) {
	prefix, cursor, err := page(c)
	if err != nil {
		return nil, err
	}
	found, err := r.Search(c.Request.Context(), explore.SearchQuery{Text: prefix, Kind: organizationType, Limit: cursor + suggested})
	if err != nil {
		return nil, err
	}
	a := suggestions{[]suggestion{}}
	for _, hit := range found.Hits[min(cursor, len(found.Hits)):] {
		about := described(hit.Detail, hit.Letters)
		if hit.Matched != "" {
			about += "; " + hit.Matched
		}
		a.Result = append(a.Result, suggestion{hit.ID, hit.Name, about, typesKnown})
	}
	return a, nil
}

// described says in short which organization is meant.
func described(country string, letters int) string {
	text := strconv.Itoa(letters) + " letters"
	if letters == 1 {
		text = "1 letter"
	}
	if country != "" {
		text = country + ", " + text
	}
	return text
}

func (h *handler) suggestProperties(c *gin.Context, r *explore.Reading) (any, error) {
	list, err := r.Properties(c.Request.Context())
	if err != nil {
		return nil, err
	}
	var all []suggestion
	for _, p := range list {
		all = append(all, suggestion{ID: p.ID, Name: p.Name, Description: p.About})
	}
	return thatBegin(c, all)
}

func (h *handler) suggestTypes(c *gin.Context, _ *explore.Reading) (any, error) {
	var all []suggestion
	for _, t := range typesKnown {
		all = append(all, suggestion{ID: t.ID, Name: t.Name, Description: "signs open letters"})
	}
	return thatBegin(c, all)
}

// thatBegin keeps what has a word, or an id, that begins so; all for an empty prefix.
func thatBegin(c *gin.Context, all []suggestion) (any, error) {
	prefix, cursor, err := page(c)
	if err != nil {
		return nil, err
	}
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	kept := slices.DeleteFunc(all, func(s suggestion) bool {
		return !strings.HasPrefix(s.ID, prefix) && !strings.Contains(" "+strings.ToLower(s.Name), " "+prefix)
	})
	return suggestions{append([]suggestion{}, kept[min(cursor, len(kept)):]...)}, nil
}
