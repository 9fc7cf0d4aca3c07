package table

import (
	"strings"
	"testing"
)

// TestTotals reads rows of sums in several languages, and rows that look so and name somebody.
func TestTotals(t *testing.T) {
	for row, want := range map[string]bool{
		"Total|12": true, "Grand total of signatures|12": true, "Gesamtzahl der Unterschriften|12": true, "Nombre total de signataires|12": true, "Número total de firmas|12": true,
		"Totale generale|12": true, "Aantal ondertekenaars|12": true, "Antal underskrifter|12": true, "Toplam imza sayısı|12": true, "合计|12": true,
		"Total|Energy letter": false, "Total Energy|12": false, "Salt Union|12": false, "Number of letters|12": false, "Total": false,
	} {
		if got := IsTotal(strings.Split(row, "|"), 0); got != want {
			t.Errorf("%q is a sum: %v, want %v", row, got, want)
		}
	}
}
