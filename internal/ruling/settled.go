package ruling

// Identifier returns an identifier of a profile in the one form that is compared, and its register, "domain" for the host of a website; "" for one
// that settles nothing.
func Identifier(scheme, id string) (register, canonical string) { return canonicalID(scheme, id) }

// Host is the host of the address of an organization's own website, without www; "" for a page of a site that many share.
func Host(address string) string { return host(address) }
