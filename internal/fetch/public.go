package fetch

import (
	"net/netip"
	"slices"
)

// special are blocks that reach no public host, or reach one by a way that hides which (RFC 6890 and the registries of IANA
// that follow it). What netip knows itself (private, loopback, link-local, multicast) is not repeated.
var special = func() []netip.Prefix {
	var out []netip.Prefix
	for _, s := range []string{
		"0.0.0.0/8",       // this network
		"100.64.0.0/10",   // shared by a provider's customers (RFC 6598)
		"192.0.0.0/24",    // protocol assignments
		"192.0.2.0/24",    // documentation
		"192.88.99.0/24",  // relays of 6to4
		"198.18.0.0/15",   // benchmarks
		"198.51.100.0/24", // documentation
		"203.0.113.0/24",  // documentation
		"240.0.0.0/4",     // reserved, and broadcast
		"::/96",           // IPv4 in IPv6, the old form
		"64:ff9b::/96",    // translated to IPv4
		"64:ff9b:1::/48",  // translated to IPv4, locally
		"100::/64",        // discarded
		"2001::/23",       // protocol assignments, tunnels of Teredo
		"2001:db8::/32",   // documentation
		"2002::/16",       // tunnels of 6to4
		"3fff::/20",       // documentation
		"5f00::/16",       // segment routing
		"fec0::/10",       // site-local
	} {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}()

// Public reports whether an address is that of a host on the public internet.
func Public(a netip.Addr) bool {
	if a.Zone() != "" {
		return false
	}
	a = a.Unmap()
	if !a.IsValid() || !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() {
		return false
	}
	return !slices.ContainsFunc(special, func(p netip.Prefix) bool { return p.Contains(a) })
}
