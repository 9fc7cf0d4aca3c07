package api

import (
	"math"
	"strconv"

	"github.com/gin-gonic/gin"

	"undersigned/graph"
	"undersigned/internal/explore"
)

type extension struct {
	IDs        []string `json:"ids"`
	Properties []struct {
		ID string `json:"id"`
	} `json:"properties"`
}

type extended struct {
	Meta []propertyMeta                        `json:"meta"`
	Rows map[string]map[string][]extendedValue `json:"rows"`
}

type propertyMeta struct {
	ID   string   `json:"id"`
	Name string   `json:"name"`
	Type *typeRef `json:"type,omitempty"`
}

// extendedValue is an object with one of: id and name, str, int, date.
type extendedValue map[string]any

// extend answers what is known of organizations, property by property. An id that is nobody's has no values.
func (h *handler) extend(c *gin.Context, r *explore.Reading, text string) (any, error) {
	var e extension
	if err := parse("extend", text, &e); err != nil {
		return nil, err
	}
	if len(e.IDs) > mostExtended || len(e.Properties) > mostProperties {
		return nil, graph.Errorf(graph.TooLarge, "%d properties of %d organizations are asked for, and at most %d of %d are given. Ask for fewer at a time.", len(e.Properties), len(e.IDs), mostProperties, mostExtended)
	}
	known, err := knownProperties(c, r)
	if err != nil {
		return nil, err
	}
	a := extended{[]propertyMeta{}, map[string]map[string][]extendedValue{}}
	for _, asked := range e.Properties {
		p, ok := known[asked.ID]
		if !ok || p.Compared {
			return nil, noProperty(asked.ID)
		}
		a.Meta = append(a.Meta, metaOf(p))
	}
	for _, id := range e.IDs {
		row := map[string][]extendedValue{}
		for _, p := range a.Meta {
			row[p.ID] = valuesOf(r.Values(id, p.ID))
		}
		a.Rows[id] = row
	}
	return a, nil
}

func metaOf(p explore.Property) propertyMeta {
	m := propertyMeta{ID: p.ID, Name: p.Name}
	if p.Organizations {
		m.Type = &typesKnown[0]
	}
	return m
}

func valuesOf(values []explore.Value) []extendedValue {
	list := make([]extendedValue, 0, len(values))
	for _, v := range values {
		switch {
		case v.Organization != nil:
			list = append(list, extendedValue{"id": v.Organization.ID, "name": v.Organization.Name})
		case v.Text != "":
			list = append(list, extendedValue{"str": v.Text})
		case v.Date.Day > 0:
			list = append(list, extendedValue{"date": v.Date.String() + "T00:00:00Z"})
		case !v.Date.IsZero():
			list = append(list, extendedValue{"str": v.Date.String()}) // the day is not known
		default:
			list = append(list, extendedValue{"int": v.Number})
		}
	}
	return list
}

type proposedProperties struct {
	Properties []suggestion `json:"properties"`
	Type       string       `json:"type,omitempty"`
	Limit      int          `json:"limit,omitempty"`
}

// proposeProperties lists the properties that a data extension gives.
func (h *handler) proposeProperties(c *gin.Context, r *explore.Reading) (any, error) {
	a := proposedProperties{Properties: []suggestion{}}
	var err error
	if a.Type, err = one(c, "type"); err != nil {
		return nil, err
	}
	if err := knownTypes(a.Type); err != nil {
		return nil, err
	}
	limit, err := one(c, "limit")
	if err != nil {
		return nil, err
	}
	most := math.MaxInt
	if limit != "" {
		if a.Limit, err = strconv.Atoi(limit); err != nil || a.Limit < 1 {
			return nil, graph.Errorf(graph.Invalid, "The limit is how many properties to list: send a number from 1.")
		}
		most = a.Limit
	}
	list, err := r.Properties(c.Request.Context())
	if err != nil {
		return nil, err
	}
	for _, p := range list {
		if !p.Compared && len(a.Properties) < most {
			a.Properties = append(a.Properties, suggestion{ID: p.ID, Name: p.Name, Description: p.About})
		}
	}
	return a, nil
}
