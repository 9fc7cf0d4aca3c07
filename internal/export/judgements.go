package export

import (
	"io"

	"undersigned/graph"
	"undersigned/internal/dataset"
)

// Judgements writes the table of judgements that package dataset reads back as the same ones. They are about names and letters, not about nodes, so
// all are written, whatever the view and the mode. A network without them is Unsupported.
func Judgements(w io.Writer, n *Network, _ Mode) error {
	if n.Judgements == nil {
		return graph.Errorf(graph.Unsupported, "This network has no judgements to export. Choose nodes or ties instead.")
	}
	return dataset.WriteTable(w, n.Judgements)
}
